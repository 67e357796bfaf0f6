import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, type Environment, readConfig } from './platform/config.ts';
import { openSqliteStore } from './platform/db/sqlite.ts';
import { builtPages, developmentPages } from './platform/http/pages.ts';
import { createLog } from './platform/log.ts';
import { loadSecret } from './platform/secret.ts';
import { exitInOrder } from './platform/shutdown.ts';
import { version } from './platform/version.ts';

async function start(config: Environment): Promise<void> {
  mkdirSync(config.DATA_DIR, { recursive: true });
  const log = createLog(config.LOG_LEVEL);
  const app = await createApp({
    config,
    version,
    secret: loadSecret(config.SECRET, config.DATA_DIR),
    log,
    now: Date.now,
    openStore: (options) => openSqliteStore(join(config.DATA_DIR, 'parley.db'), 'drizzle/sqlite', options),
  });
  const development = config.NODE_ENV === 'development' ? await developmentPages(app.server) : null;
  app.usePages(development ?? builtPages('dist/client'));
  const port = await app.listen(config.PORT, config.HOST);
  console.log(`Parley ${version} is ready: ${config.PUBLIC_URL ?? `http://localhost:${port}`}`);

  exitInOrder(log, async () => {
    await development?.close();
    await app.close();
  });
}

/** One line for the person who starts the server, or null for what only a developer can mend. */
function sentenceOf(reason: unknown): string | null {
  if (reason instanceof ConfigError) return reason.message;
  if (!(reason instanceof Error && 'code' in reason)) return null;
  if (reason.code === 'EADDRINUSE') return `${reason.message}. Stop what uses that port, or set PORT to a free one.`;
  if (reason.code === 'EACCES')
    return `${reason.message}. This account may not use that file or port: set DATA_DIR or PORT.`;
  return reason.message;
}

try {
  await start(readConfig(process.env));
} catch (reason) {
  const sentence = sentenceOf(reason);
  console.error(sentence === null ? reason : `Parley did not start. ${sentence}`);
  process.exit(1);
}

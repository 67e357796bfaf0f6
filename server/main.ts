import { createApp } from './app.ts';
import { type Environment, readConfig } from './platform/config.ts';
import { openDataFolder } from './platform/data-folder.ts';
import { openSqliteStore } from './platform/db/sqlite.ts';
import { builtPages, developmentPages } from './platform/http/pages.ts';
import { createLogger } from './platform/logger.ts';
import { loadSecret } from './platform/secret.ts';
import { exitInOrder } from './platform/shutdown.ts';
import { StartError } from './platform/start-error.ts';
import { version } from './platform/version.ts';

async function start(config: Environment): Promise<void> {
  const folder = openDataFolder(config.DATA_DIR);
  const log = createLogger(config.LOG_LEVEL);
  const app = await createApp({
    config,
    version,
    secret: loadSecret(config.SECRET, folder.path),
    log,
    now: Date.now,
    openStore: (options) => openSqliteStore(folder.database, 'drizzle/sqlite', options),
  });
  const development = config.NODE_ENV === 'development' ? await developmentPages(app.server) : null;
  app.usePages(development ?? builtPages('dist/client'));
  const port = await app.listen(config.PORT, config.HOST);
  console.log(`Parley ${version} is ready: ${config.PUBLIC_URL ?? `http://localhost:${port}`}`);

  exitInOrder(log, async () => {
    await development?.close();
    await app.close();
    folder.release();
  });
}

/** One line for the person who starts the server, or null for what only a developer can mend. */
function sentenceOf(reason: unknown): string | null {
  if (reason instanceof StartError) return reason.message;
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

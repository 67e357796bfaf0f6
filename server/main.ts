import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, type Environment, readConfig } from './platform/config.ts';
import { openSqliteStore } from './platform/db/sqlite.ts';
import { builtPages, developmentPages } from './platform/http/pages.ts';
import { createLog } from './platform/log.ts';
import { loadSecret } from './platform/secret.ts';
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

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await development?.close();
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

try {
  await start(readConfig(process.env));
} catch (reason) {
  const known = reason instanceof ConfigError || (reason instanceof Error && 'code' in reason);
  console.error(known ? `Parley did not start. ${reason.message}` : reason);
  process.exit(1);
}

import { createApp } from '#server/app.ts';
import { readConfig } from '#server/platform/config.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { createLogger } from '#server/platform/logger.ts';
import { loadSecret } from '#server/platform/secret.ts';

/** The product's server as `server/main.ts` starts it, but for the page, which needs a build and no client here asks for. */
const config = readConfig(process.env);
const folder = openDataFolder(config.DATA_DIR);
const app = await createApp({
  config,
  version: 'bench',
  secret: loadSecret(config.SECRET, folder.path),
  log: createLogger(config.LOG_LEVEL),
  now: Date.now,
  openStore: (options) => openSqliteStore(folder.database, 'drizzle/sqlite', options),
});
await app.listen(config.PORT, config.HOST);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

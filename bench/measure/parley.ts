import { join } from 'node:path';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/platform/config.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { createLog } from '#server/platform/log.ts';
import { loadSecret } from '#server/platform/secret.ts';

/** The product's server as `server/main.ts` starts it, but for the page, which needs a build and no client here asks for. */
const config = readConfig(process.env);
const app = await createApp({
  config,
  version: 'bench',
  secret: loadSecret(config.SECRET, config.DATA_DIR),
  log: createLog(config.LOG_LEVEL),
  now: Date.now,
  openStore: (options) => openSqliteStore(join(config.DATA_DIR, 'parley.db'), 'drizzle/sqlite', options),
});
await app.listen(config.PORT, config.HOST);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

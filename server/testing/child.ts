import { join } from 'node:path';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/platform/config.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { createLog } from '#server/platform/log.ts';
import { loadSecret } from '#server/platform/secret.ts';

// A server as `main.ts` starts it, without a page, for tests that kill it. Says its port when it is ready.
const config = readConfig(process.env);
const app = await createApp({
  config,
  version: 'test',
  secret: loadSecret(config.SECRET, config.DATA_DIR),
  log: createLog(config.LOG_LEVEL),
  now: Date.now,
  openStore: (options) => openSqliteStore(join(config.DATA_DIR, 'parley.db'), 'drizzle/sqlite', options),
});
process.stdout.write(`${await app.listen(0, '127.0.0.1')}\n`);

import { createApp } from '#server/app.ts';
import { readConfig } from '#server/platform/config.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { createLogger } from '#server/platform/logger.ts';
import { loadSecret } from '#server/platform/secret.ts';
import { exitInOrder } from '#server/platform/shutdown.ts';

// A server as `main.ts` starts it, without a page, for tests that kill it. Says its port when it is ready.
const config = readConfig(process.env);
const log = createLogger(config.LOG_LEVEL);
const folder = openDataFolder(config.DATA_DIR);
const app = await createApp({
  config,
  version: 'test',
  secret: loadSecret(config.SECRET, folder.path),
  log,
  now: Date.now,
  openStore: (options) => openSqliteStore(folder.database, 'drizzle/sqlite', options),
});
process.stdout.write(`${await app.listen(0, '127.0.0.1')}\n`);

exitInOrder(log, () => app.close());
// A test that keeps a channel open can ask for an error that nothing catches.
process.on('message', (wanted) => {
  if (wanted === 'reject') void Promise.reject(new Error('rejected on request'));
  else throw new Error('thrown on request');
});

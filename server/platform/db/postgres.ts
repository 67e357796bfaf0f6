import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { asAppError } from './failures.ts';
import { FairQueue } from './fair-queue.ts';
import { createQueue } from './queue.ts';
import { postgresTable, postgresTables } from './postgres-tables.ts';
import * as schema from './schema.sqlite.ts';
import { announce, type Db, OpenWrite, type Store, type StoreOptions, storeOf } from './store.ts';

/** So many reads run at once, each on a connection of its own. */
const readsAtOnce = 8;

/**
 * The store on PostgreSQL. Writes of one process go one at a time, so that its commits and its `onCommit` calls come in
 * the order of revs; across processes the row lock on the log's head keeps that order.
 */
export function openPostgresStore<Q extends PgQueryResultHKT>(
  database: PgDatabase<Q>,
  close: () => Promise<void>,
  options: StoreOptions,
): Store {
  const writes = createQueue();
  const refuse = (reason: unknown): never => {
    throw asAppError(reason, options.onUnavailable);
  };
  const reads = new FairQueue(options.turns, readsAtOnce);
  const read = <T>(key: string, work: (db: Db) => Promise<T>) =>
    reads.run(key, () =>
      database
        .transaction((tx) => work(asDb(tx)), { isolationLevel: 'repeatable read', accessMode: 'read only' })
        .catch(refuse),
    );
  return storeOf(read, {
    write: (work) =>
      writes(async () => {
        const done = await database.transaction(async (tx) => {
          const open = new OpenWrite(asDb(tx), options.now());
          return { open, value: await work(open) };
        });
        announce([done.open], options);
        return done.value;
      }).catch(refuse),
    close,
  });
}

const tables = postgresTables(schema);

/** The one cast between the dialects: both have the same names and shapes, which `schema.test.ts` proves. */
function asDb(tx: object): Db {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reason is above
  return Object.assign(tx, { tables, of: postgresTable }) as unknown as Db;
}

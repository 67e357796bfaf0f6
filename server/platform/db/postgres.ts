import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { createQueue } from './queue.ts';
import * as tables from './schema.pg.ts';
import { announce, type Db, OpenWrite, type Store, type StoreOptions } from './store.ts';

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
  return {
    read: (work) =>
      database.transaction((tx) => work(asDb(tx)), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    write: (work) =>
      writes(async () => {
        const done = await database.transaction(async (tx) => {
          const open = new OpenWrite(asDb(tx), options.now());
          return { open, value: await work(open) };
        });
        announce([done.open], options);
        return done.value;
      }),
    close,
  };
}

/** The one cast between the dialects: both schemas have the same names and shapes, which `schema.test.ts` proves. */
function asDb(tx: object): Db {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reason is above
  return Object.assign(tx, { tables }) as unknown as Db;
}

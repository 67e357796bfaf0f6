import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { asAppError } from './failures.ts';
import { FairQueue } from './fair-queue.ts';
import { createQueue } from './queue.ts';
import { postgresTable } from './postgres-tables.ts';
import { publishCommitted, type Db, OpenWrite, type Store, type StoreOptions, storeOf } from './store.ts';

/** Each is one connection for as long as the store is open; one that writes may also read. */
export interface PostgresConnections<Q extends PgQueryResultHKT> {
  writer: PgDatabase<Q>;
  /** As many reads run at once as there are readers. */
  readers: readonly PgDatabase<Q>[];
  close(): Promise<void>;
}

/**
 * The store on PostgreSQL. Writes of one process go one at a time, so that its commits and its `onCommit` calls come in
 * the order of revs; across processes the row lock on the log's head keeps that order.
 */
export function openPostgresStore<Q extends PgQueryResultHKT>(
  pool: PostgresConnections<Q>,
  options: StoreOptions,
): Promise<Store> {
  const refuse = (reason: unknown): never => {
    throw asAppError(reason, options.onUnavailable);
  };
  const writer = connectionTo(pool.writer);
  const free = pool.readers.map((database) => connectionTo(database));
  const writes = createQueue();
  const reads = new FairQueue(options.scheduler, free.length);
  const read = <T>(key: string, work: (db: Db) => Promise<T>) =>
    reads.run(key, async () => {
      const reader = free.pop();
      if (!reader) throw new Error('the queue runs no more reads than there are readers');
      return reader
        .transaction('begin isolation level repeatable read read only', work)
        .catch(refuse)
        .finally(() => free.push(reader));
    });
  const write: Store['write'] = (work) =>
    writes(async () => {
      const done = await writer.transaction('begin', async (db) => {
        const open = new OpenWrite(db, options.now());
        return { open, value: await work(open) };
      });
      publishCommitted([done.open], options);
      return done.value;
    }).catch(refuse);
  const close = async () => {
    await writes(async () => undefined);
    await reads.idle();
    await pool.close();
  };
  return Promise.resolve(storeOf(read, { write, close }));
}

/** One connection and its one `Db`, under which prepared statements are kept; it runs a transaction at a time. */
class Connection {
  readonly #db: Db;
  readonly #exclusive = createQueue();

  constructor(private readonly database: PgDatabase<PgQueryResultHKT>) {
    this.#db = asDb(database);
  }

  transaction<T>(begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      await this.#run(begin);
      try {
        const value = await work(this.#db);
        await this.#run('commit');
        return value;
      } catch (reason) {
        // A connection that is lost has undone the transaction by itself.
        await this.#run('rollback').catch(() => undefined);
        throw reason;
      }
    });
  }

  async #run(statement: string): Promise<void> {
    await this.database.execute(sql.raw(statement));
  }
}

/** Stores that share a connection take turns on it. */
const connections = new WeakMap<object, Connection>();

function connectionTo(database: PgDatabase<PgQueryResultHKT>): Connection {
  const connection = connections.get(database) ?? new Connection(database);
  connections.set(database, connection);
  return connection;
}

/** The one cast between the dialects: both have the same names and shapes, which `schema.test.ts` proves. */
function asDb(database: object): Db {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reason is above
  return Object.assign(database, { of: postgresTable }) as unknown as Db;
}

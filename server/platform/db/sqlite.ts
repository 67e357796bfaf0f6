import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { createQueue } from './queue.ts';
import * as tables from './schema.sqlite.ts';
import { type Db, OpenWrite, type Store, type StoreOptions } from './store.ts';

/** How long one commit gathers writes before the loop turns again, in ms: bounds what a burst adds to every delay. */
const sliceMs = 5;

interface Done {
  open: OpenWrite;
  resolve(): void;
}

interface Job {
  run(db: Db): Promise<Done>;
  fail(reason: unknown): void;
}

function open(file: string, readonly: boolean): Sqlite.Database {
  const client = new Sqlite(file, { readonly });
  client.pragma('busy_timeout = 5000');
  if (readonly) return client;
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  return client;
}

const withTables = (client: Sqlite.Database): Db => Object.assign(drizzle(client), { tables });

/**
 * The store on SQLite: one writer whose waiting writes share a commit (a savepoint each), and a reader of its own that
 * sees committed data only.
 */
export function openSqliteStore(file: string, migrations: string, options: StoreOptions): Store {
  const writer = open(file, false);
  migrate(drizzle(writer), { migrationsFolder: migrations });
  const reader = open(file, true);
  const writerDb = withTables(writer);
  const readerDb = withTables(reader);
  const reads = createQueue();
  const commits = createCommits(writer, writerDb, options);
  return {
    read: (work) =>
      reads(async () => {
        reader.exec('BEGIN');
        try {
          return await work(readerDb);
        } finally {
          reader.exec('COMMIT');
        }
      }),
    write: commits.write,
    async close() {
      await commits.idle();
      reader.close();
      writer.close();
    },
  };
}

function createCommits(client: Sqlite.Database, db: Db, options: StoreOptions) {
  let waiting: Job[] = [];
  let draining: Promise<void> | null = null;
  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const savepoint = client.prepare('SAVEPOINT write');
  const release = client.prepare('RELEASE write');
  const undo = client.prepare('ROLLBACK TO write');

  async function commitGroup(): Promise<void> {
    const committed: Done[] = [];
    const jobs: Job[] = [];
    const end = performance.now() + sliceMs;
    try {
      begin.run();
      do {
        const job = waiting.shift();
        if (!job) break;
        jobs.push(job);
        savepoint.run();
        try {
          committed.push(await job.run(db));
        } catch (reason) {
          undo.run();
          job.fail(reason);
        }
        release.run();
      } while (performance.now() < end);
      commit.run();
    } catch (reason) {
      if (client.inTransaction) client.exec('ROLLBACK');
      for (const job of jobs) job.fail(reason);
      return;
    }
    options.onCommit(committed.flatMap((done) => done.open.events));
    for (const done of committed) {
      done.open.runEffects();
      done.resolve();
    }
  }

  async function drain(): Promise<void> {
    // The turn after this one: every socket that is ready now has then put its write into the same commit.
    do {
      await new Promise((resolve) => setImmediate(resolve));
      await commitGroup();
    } while (waiting.length > 0);
    draining = null;
  }

  const write: Store['write'] = (work) => {
    type Value = Awaited<ReturnType<typeof work>>;
    return new Promise<Value>((resolve, reject) => {
      waiting.push({
        async run(connection) {
          const open = new OpenWrite(connection, options.now());
          const value = await work(open);
          return { open, resolve: () => resolve(value) };
        },
        fail: reject,
      });
      draining ??= drain();
    });
  };

  return { write, idle: async () => draining };
}

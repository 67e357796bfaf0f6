import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { Turns } from '#server/platform/turns.ts';
import { Checkpoints } from './checkpoints.ts';
import { FairQueue } from './fair-queue.ts';
import * as tables from './schema.sqlite.ts';
import { announce, type Db, OpenWrite, type Store, type StoreOptions, storeOf, type Tx } from './store.ts';

/** How long one commit gathers writes before the loop turns again, in ms: bounds what a burst adds to every delay. */
const sliceMs = 3;

/** What each connection may keep of the database in memory: the pages that a busy hour's writes and reads touch. */
const cacheKb = 32 * 1024;

interface Done {
  write: OpenWrite;
  resolve(): void;
}

interface Job {
  run(): Promise<Done>;
  fail(reason: unknown): void;
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  const client = new Sqlite(file, { readonly });
  client.pragma('busy_timeout = 5000');
  client.pragma(`cache_size = -${cacheKb}`);
  if (readonly) return client;
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // What is deleted is overwritten: a recalled text is not to be found in the file.
  client.pragma('secure_delete = ON');
  return client;
}

const withTables = (client: Sqlite.Database): Db => Object.assign(drizzle(client), { tables });

/**
 * The store on SQLite: one writer whose waiting writes share a commit (a savepoint each), and a reader of its own that
 * sees committed data only.
 */
export function openSqliteStore(file: string, migrations: string, options: StoreOptions): Store {
  const writer = connect(file, false);
  migrate(drizzle(writer), { migrationsFolder: migrations });
  const reader = connect(file, true);
  const readerDb = withTables(reader);
  const reads = new FairQueue(options.turns);
  const checkpoints = new Checkpoints(writer);
  const commits = new Commits(writer, options, checkpoints);
  const read = <T>(key: string, work: (db: Db) => Promise<T>) =>
    reads.run(key, async () => {
      reader.exec('BEGIN');
      try {
        return await work(readerDb);
      } finally {
        reader.exec('COMMIT');
      }
    });
  return storeOf(read, {
    write: (work) => commits.write(work),
    async close() {
      await commits.idle();
      await checkpoints.close();
      await reads.idle();
      reader.close();
      writer.close();
    },
  });
}

/** The writes that wait, committed in groups: a savepoint each, so that one that fails undoes only itself. */
class Commits {
  readonly #client: Sqlite.Database;
  readonly #db: Db;
  readonly #options: StoreOptions;
  readonly #checkpoints: Checkpoints;
  readonly #turns: Turns;
  readonly #begin: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  readonly #savepoint: Sqlite.Statement;
  readonly #release: Sqlite.Statement;
  readonly #undo: Sqlite.Statement;
  readonly #waiting: Job[] = [];
  #draining: Promise<void> | null = null;

  constructor(client: Sqlite.Database, options: StoreOptions, checkpoints: Checkpoints) {
    this.#client = client;
    this.#checkpoints = checkpoints;
    this.#turns = options.turns ?? new Turns();
    this.#db = withTables(client);
    this.#options = options;
    this.#begin = client.prepare('BEGIN IMMEDIATE');
    this.#commit = client.prepare('COMMIT');
    this.#savepoint = client.prepare('SAVEPOINT write');
    this.#release = client.prepare('RELEASE write');
    this.#undo = client.prepare('ROLLBACK TO write');
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        run: async () => {
          const write = new OpenWrite(this.#db, this.#options.now());
          const value = await work(write);
          return { write, resolve: () => resolve(value) };
        },
        fail: reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // The turn after this one: every socket that is ready now has then put its write into the same commit.
    do {
      await new Promise<void>((resolve) => this.#turns.soon(resolve));
      await this.#commitGroup();
    } while (this.#waiting.length > 0);
    this.#draining = null;
  }

  async #commitGroup(): Promise<void> {
    const jobs: Job[] = [];
    let committed: Done[];
    try {
      this.#begin.run();
      committed = await this.#runJobs(jobs);
      this.#commit.run();
    } catch (reason) {
      if (this.#client.inTransaction) this.#client.exec('ROLLBACK');
      // Where no transaction can be opened, nothing that waits can run.
      for (const job of jobs.length > 0 ? jobs : this.#waiting.splice(0)) job.fail(reason);
      return;
    }
    announce(
      committed.map((done) => done.write),
      this.#options,
    );
    for (const done of committed) done.resolve();
    this.#checkpoints.consider();
  }

  /** Runs what waits for as long as a slice lasts; `begun` gathers the jobs that fail with the whole commit. */
  async #runJobs(begun: Job[]): Promise<Done[]> {
    const done: Done[] = [];
    const end = performance.now() + sliceMs;
    do {
      const job = this.#waiting.shift();
      if (!job) break;
      begun.push(job);
      this.#savepoint.run();
      try {
        done.push(await job.run());
      } catch (reason) {
        this.#undo.run();
        job.fail(reason);
      }
      this.#release.run();
    } while (performance.now() < end);
    return done;
  }
}

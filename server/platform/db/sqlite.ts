import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { LoopScheduler } from '#server/platform/loop-scheduler.ts';
import { withinOneTurn } from './await-guard.ts';
import { Checkpoints } from './checkpoints.ts';
import { asAppError } from './failures.ts';
import { FairQueue } from './fair-queue.ts';
import { openConnections } from './opening.ts';
import { publishCommitted, type Db, OpenWrite, type Store, type StoreOptions, storeOf, type Tx } from './store.ts';

/** How long one commit gathers writes before the loop turns again, in ms: bounds what a burst adds to every delay. */
const sliceMs = 3;

/** How long writes wait for a lock that another program holds, and how often it is asked for, in ms. */
const lockWait = { atMost: 3_000, every: 25 };

interface Done {
  write: OpenWrite;
  resolve(): void;
}

interface Job {
  run(): Promise<Done>;
  fail(reason: unknown): void;
}

const withTables = (client: Sqlite.Database): Db => Object.assign(drizzle(client), { of: <T>(table: T) => table });

/**
 * The store on SQLite: one writer whose waiting writes share a commit (a savepoint each), and a reader of its own that
 * sees committed data only.
 */
export async function openSqliteStore(file: string, migrations: string, options: StoreOptions): Promise<Store> {
  const { writer, reader } = openConnections(file, migrations);
  const readerDb = withTables(reader);
  const reads = new FairQueue(options.scheduler);
  const checkpoints = new Checkpoints(writer);
  const commits = new Commits(writer, options, checkpoints);
  const read = <T>(key: string, work: (db: Db) => Promise<T>) =>
    reads.run(key, async () => {
      reader.exec('BEGIN');
      try {
        return await work(readerDb);
      } catch (reason) {
        throw asAppError(reason, options.onUnavailable);
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
  readonly #scheduler: LoopScheduler;
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
    this.#scheduler = options.scheduler ?? new LoopScheduler();
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
          const value = this.#options.guarded ? await withinOneTurn(() => work(write)) : await work(write);
          return { write, resolve: () => resolve(value) };
        },
        fail: (reason) => reject(asAppError(reason, this.#options.onUnavailable)),
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
      await new Promise<void>((resolve) => this.#scheduler.schedule(resolve));
      await this.#commitGroup();
    } while (this.#waiting.length > 0);
    this.#draining = null;
  }

  async #commitGroup(): Promise<void> {
    const jobs: Job[] = [];
    let committed: Done[];
    try {
      await this.#openTransaction();
      committed = await this.#runJobs(jobs);
      this.#commit.run();
    } catch (reason) {
      if (this.#client.inTransaction) this.#client.exec('ROLLBACK');
      // Where no transaction can be opened, nothing that waits can run.
      for (const job of jobs.length > 0 ? jobs : this.#waiting.splice(0)) job.fail(reason);
      return;
    }
    publishCommitted(
      committed.map((done) => done.write),
      this.#options,
    );
    for (const done of committed) done.resolve();
    this.#checkpoints.consider();
  }

  /** Waits for another program's lock without holding up the loop. */
  async #openTransaction(): Promise<void> {
    for (const end = performance.now() + lockWait.atMost; ; await delay(lockWait.every)) {
      try {
        this.#begin.run();
        return;
      } catch (reason) {
        const isLocked = reason instanceof Sqlite.SqliteError && reason.code.startsWith('SQLITE_BUSY');
        if (!isLocked || performance.now() > end) throw reason;
      }
    }
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
        // On a full disk or a failed read SQLite undoes the whole transaction itself, with all of its savepoints.
        if (!this.#client.inTransaction) throw reason;
        this.#undo.run();
        job.fail(reason);
      }
      this.#release.run();
    } while (performance.now() < end);
    return done;
  }
}

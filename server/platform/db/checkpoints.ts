import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';

/** Rows changed between two checkpoints: about as many pages of the log. */
const rowsBetween = 2_000;
/** A log of more pages than this is started over, for which the writer itself copies the last few pages. */
const longLog = 16_384;
/** Up to this many, which takes some milliseconds; above `hugeLog` however many there are. */
const fewPages = 512;
const hugeLog = 65_536;

const outcome = z.object({ log: z.number(), checkpointed: z.number() });
const outcomes = z.tuple([outcome]);

/** Plain JavaScript, because a worker of the built server has no file of its own. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Sqlite = require(workerData.library);
  const db = new Sqlite(workerData.file);
  parentPort.on('message', (message) => {
    if (message === 'checkpoint') return parentPort.postMessage(db.pragma('wal_checkpoint(PASSIVE)'));
    db.close();
    parentPort.close();
  });`;

/**
 * Moves what was committed from SQLite's write-ahead log into the database, on a thread and a connection of its own:
 * copying a thousand pages and syncing them would hold the event loop every few commits.
 */
export class Checkpoints {
  readonly #changes;
  #worker: Worker | null = null;
  #underWay = false;
  #rows = 0;

  constructor(private readonly client: Database) {
    client.pragma('wal_autocheckpoint = 0');
    this.#changes = client.prepare<[], number>('SELECT total_changes()').pluck();
  }

  /** Call after each commit, outside of any transaction. */
  consider(): void {
    if (this.#underWay) return;
    const rows = this.#changes.get() ?? 0;
    if (rows - this.#rows < rowsBetween) return;
    this.#rows = rows;
    this.#ask();
  }

  /** Resolves when the worker's connection is closed. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    worker.ref();
    const gone = once(worker, 'exit');
    tell(worker, 'close');
    await gone;
  }

  #ask(): void {
    this.#worker ??= this.#start();
    this.#underWay = true;
    tell(this.#worker, 'checkpoint');
  }

  #start(): Worker {
    const library = createRequire(import.meta.url).resolve('better-sqlite3');
    const workerData = { library, file: this.client.name };
    const worker = new Worker(program, { eval: true, execArgv: [], env: {}, workerData });
    worker.on('message', (message) => this.#finish(outcomes.parse(message)[0]));
    worker.on('error', () => this.#giveUp());
    worker.unref();
    return worker;
  }

  /** Without a worker SQLite does it after its own measure, in the writer's commits. */
  #giveUp(): void {
    this.#worker = null;
    if (this.client.open) this.client.pragma('wal_autocheckpoint = 1000');
  }

  #finish({ log, checkpointed }: z.infer<typeof outcome>): void {
    this.#underWay = false;
    if (log < longLog || !this.client.open || this.client.inTransaction) return;
    // The log starts over only when all of it has been copied; while others keep writing, nobody but the writer can.
    if (log - checkpointed < fewPages || log > hugeLog) this.client.pragma('wal_checkpoint(PASSIVE)');
    else this.#ask();
  }
}

function tell(worker: Worker, message: 'checkpoint' | 'close'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
  worker.postMessage(message);
}

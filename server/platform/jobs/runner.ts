import type { Store } from '#server/platform/db/store.ts';
import { claim, finish, type JobRow, nextDue, plan, postpone } from './claims.ts';
import type { AnyJobKind } from './job.ts';

/** Jobs that run at the same time in one process. */
const maxConcurrent = 4;
/** An attempt that takes longer has failed, in ms: less than the lock lasts. */
const timeLimitMs = 4 * 60_000;
/** The table is read at least and at most this often, in ms. */
const poll = { atLeast: 60_000, atMost: 50 };

export interface JobRunnerOptions<Deps> {
  store: Store;
  now: () => number;
  kinds: readonly AnyJobKind<Deps>[];
  /** Called with every failed attempt; `dead` when it was the last one. */
  onFailure: (failure: { kind: string; attempt: number; dead: boolean; reason: unknown }) => void;
  /** The table itself cannot be read or written; the runner tries again later. */
  onError: (reason: unknown) => void;
}

/** Runs stored jobs when they are due, each at least once; failed ones again after a growing pause. */
export class JobRunner<Deps extends object> {
  readonly #kinds: Map<string, AnyJobKind<Deps>>;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #wakeAgain = false;
  #closed = false;
  #deps: Deps | null = null;

  constructor(private readonly options: JobRunnerOptions<Deps>) {
    this.#kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
  }

  /** Plans the recurring jobs and begins; what was due while the server was down runs now. Handlers get `deps`. */
  async start(deps: Deps): Promise<void> {
    this.#deps = deps;
    await this.options.store.write(async (tx) => {
      for (const { kind, everyMs } of this.#kinds.values())
        if (everyMs !== null) await plan(tx, kind, tx.now + everyMs);
    });
    this.wake();
  }

  /** Looks for due jobs soon. Call after a commit that enqueued one. */
  wake(): void {
    if (this.#closed || !this.#deps) return;
    if (this.#running) this.#wakeAgain = true;
    else this.#running = this.#loop();
  }

  /** Runs everything due now, for tests; resolves when nothing is left to do. */
  async runDue(): Promise<void> {
    while ((await this.#runBatch()) > 0);
  }

  /** Lets the jobs under way finish; the others stay stored. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #loop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    let waitMs = poll.atLeast;
    try {
      do {
        this.#wakeAgain = false;
        while (!this.#closed && (await this.#runBatch()) > 0);
        waitMs = await this.#untilNext();
      } while (this.#wakeAgain && !this.#closed);
    } catch (reason) {
      this.options.onError(reason);
    }
    this.#running = null;
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.wake(), waitMs);
    this.#timer.unref();
  }

  async #untilNext(): Promise<number> {
    const now = this.options.now();
    const next = await this.options.store.read((db) => nextDue(db, [...this.#kinds.keys()], now));
    return Math.min(Math.max(next - now, poll.atMost), poll.atLeast);
  }

  async #runBatch(): Promise<number> {
    if (this.#kinds.size === 0) return 0;
    const due = await this.options.store.write((tx) => claim(tx, [...this.#kinds.keys()], maxConcurrent));
    await Promise.all(due.map((job) => this.#run(job)));
    return due.length;
  }

  async #run(job: JobRow): Promise<void> {
    const kind = this.#kinds.get(job.kind);
    const deps = this.#deps;
    if (!kind || !deps) return;
    const { store } = this.options;
    try {
      await inTime(kind.run(JSON.parse(job.payload), deps));
    } catch (reason) {
      const dead = job.attempts >= kind.maxAttempts;
      this.options.onFailure({ kind: job.kind, attempt: job.attempts, dead, reason });
      await store.write((tx) => postpone(tx, job, reason, dead));
      return;
    }
    await store.write((tx) => finish(tx, job, kind.everyMs));
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${timeLimitMs / 1_000} s`)), timeLimitMs);
    timer.unref();
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { backoff, longestWaitMs } from '#shared/backoff.ts';
import { answeredWith, isPassing } from './problem.ts';

interface Entry<V> {
  value: V;
  /** The value is not acknowledged yet. */
  pending: boolean;
  calling: boolean;
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface LatestCallOptions<V> {
  /** Must be idempotent: it is repeated when the answer is lost. */
  call: (key: string, value: V) => Promise<unknown>;
  /** How long the first value waits for a newer one, and how far apart calls are at least, in ms. */
  delayMs: number;
  gapMs: number;
  /** What of two values is to arrive; the newer one by default. */
  merge?: (before: V, next: V) => V;
}

/**
 * For state that must arrive: keeps the latest value of each key, with one call per key under way, and repeats it with a
 * growing, random pause until the server has acknowledged or refused it.
 */
export class LatestCall<V> {
  readonly #entries = new Map<string, Entry<V>>();

  constructor(private readonly options: LatestCallOptions<V>) {}

  set(key: string, value: V): void {
    const { delayMs, merge } = this.options;
    const known = this.#entries.get(key);
    const entry = known ?? { value, pending: true, calling: false, failures: 0, timer: undefined };
    entry.value = known?.pending && merge ? merge(known.value, value) : value;
    entry.pending = true;
    this.#entries.set(key, entry);
    if (!entry.calling && entry.timer === undefined) this.#schedule(key, entry, delayMs);
  }

  /** Tries at once what has failed before: the connection or the person came back. */
  wake(): void {
    for (const [key, entry] of this.#entries) {
      if (entry.failures > 0 && !entry.calling) void this.#run(key, entry);
    }
  }

  /** Gives up what is not acknowledged; a call under way is not repeated. Without a key, everything. */
  drop(key?: string): void {
    for (const [known, entry] of this.#entries) {
      if (key !== undefined && known !== key) continue;
      clearTimeout(entry.timer);
      this.#entries.delete(known);
    }
  }

  #schedule(key: string, entry: Entry<V>, ms: number): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.#run(key, entry), ms);
  }

  async #run(key: string, entry: Entry<V>): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (!entry.pending) return void this.#entries.delete(key);
    const { value } = entry;
    entry.pending = false;
    entry.calling = true;
    let pauseMs = this.options.gapMs;
    try {
      await this.options.call(key, value);
      entry.failures = 0;
    } catch (reason) {
      pauseMs = Math.max(pauseMs, this.#onFailure(entry, value, reason));
    }
    entry.calling = false;
    if (this.#entries.get(key) === entry) this.#schedule(key, entry, pauseMs);
  }

  /** How long to wait before the next try, in ms. A refusal is final, as another try would be refused too. */
  #onFailure(entry: Entry<V>, failed: V, reason: unknown): number {
    const answer = answeredWith(reason);
    if (answer && !isPassing(answer)) {
      entry.failures = 0;
      return 0;
    }
    const { merge } = this.options;
    if (entry.pending && merge) entry.value = merge(failed, entry.value);
    entry.pending = true;
    const backoffMs = backoff(entry.failures, { base: 1_000, cap: 30_000 });
    entry.failures += 1;
    return Math.max(Math.min(answer?.retryAfterMs ?? 0, longestWaitMs), backoffMs);
  }
}

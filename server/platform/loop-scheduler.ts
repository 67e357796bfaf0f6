/**
 * Long work in slices: one for each turn of the event loop, in the order asked for. Commits, writes to many sockets
 * and a flood of calls would each take their slice of the same turn, and everybody would wait for their sum.
 */
export class LoopScheduler {
  readonly #waiting: (() => void)[] = [];

  /** Runs `work` in a turn of its own, soon: at once after this one when nothing else waits. */
  schedule(work: () => void): void {
    this.#waiting.push(work);
    if (this.#waiting.length === 1) this.#schedule();
  }

  #schedule(): void {
    setImmediate(() => {
      const work = this.#waiting.shift();
      if (this.#waiting.length > 0) this.#schedule();
      work?.();
    });
  }
}

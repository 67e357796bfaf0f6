import { LoopScheduler } from './loop-scheduler.ts';

/** How long one kind of work may last in one turn of the event loop, in ms, however often it starts in it. */
export class TurnBudget {
  #until = 0;
  #isOpen = false;

  constructor(
    private readonly ms: number,
    private readonly scheduler = new LoopScheduler(),
  ) {}

  /** Whether the work has to wait for the next turn; the first question in a turn opens its budget. */
  get isSpent(): boolean {
    if (this.#isOpen) return performance.now() > this.#until;
    this.#isOpen = true;
    this.#until = performance.now() + this.ms;
    this.scheduler.schedule(() => (this.#isOpen = false));
    return false;
  }

  /** Runs `work` in a later turn, with a new budget. */
  next(work: () => void): void {
    this.scheduler.schedule(() => {
      this.#isOpen = true;
      this.#until = performance.now() + this.ms;
      this.scheduler.schedule(() => (this.#isOpen = false));
      work();
    });
  }
}

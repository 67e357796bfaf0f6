import { Turns } from './turns.ts';

/** How long one kind of work may last in one turn of the event loop, in ms, however often it begins anew in it. */
export class TurnBudget {
  #until = 0;
  #isOpen = false;

  constructor(
    private readonly ms: number,
    private readonly turns = new Turns(),
  ) {}

  /** Whether the work has to wait for the next turn; the first question in a turn opens its budget. */
  get isSpent(): boolean {
    if (this.#isOpen) return performance.now() > this.#until;
    this.#isOpen = true;
    this.#until = performance.now() + this.ms;
    this.turns.soon(() => (this.#isOpen = false));
    return false;
  }

  /** Runs `work` in a later turn, with a new budget. */
  next(work: () => void): void {
    this.turns.soon(() => {
      this.#isOpen = true;
      this.#until = performance.now() + this.ms;
      this.turns.soon(() => (this.#isOpen = false));
      work();
    });
  }
}

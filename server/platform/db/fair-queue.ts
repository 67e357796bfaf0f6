import { TurnBudget } from '#server/platform/turn-budget.ts';
import { LoopScheduler } from '#server/platform/loop-scheduler.ts';

/** How long work goes on before the event loop turns, in ms. */
const sliceMs = 3;

type Job = () => Promise<void>;

/**
 * Runs work of many people, a few pieces at a time. People take turns, each with the oldest of their own: a thousand
 * pieces of one are one piece ahead of anybody else. Between slices the event loop turns.
 */
export class FairQueue {
  /** The first key is next; a person with more work goes to the end of the map. */
  readonly #waiting = new Map<string, Job[]>();
  readonly #budget: TurnBudget;
  #underWay = 0;
  #isScheduled = false;
  #idle: (() => void)[] = [];

  constructor(
    scheduler = new LoopScheduler(),
    private readonly atOnce = 1,
  ) {
    this.#budget = new TurnBudget(sliceMs, scheduler);
  }

  /** Settles as `work` does; pieces of one `key` begin in the order of the calls. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const job = () => work().then(resolve, reject);
      const own = this.#waiting.get(key);
      if (own) own.push(job);
      else this.#waiting.set(key, [job]);
      this.#advance();
    });
  }

  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#advance();
    });
  }

  #advance(): void {
    if (this.#waiting.size === 0 && this.#underWay === 0) {
      for (const resolve of this.#idle.splice(0)) resolve();
    }
    while (this.#waiting.size > 0 && this.#underWay < this.atOnce && !this.#isScheduled) {
      if (this.#budget.isSpent) return this.#schedule();
      void this.#runNext();
    }
  }

  #schedule(): void {
    this.#isScheduled = true;
    this.#budget.next(() => {
      this.#isScheduled = false;
      this.#advance();
    });
  }

  async #runNext(): Promise<void> {
    const job = this.#take();
    if (!job) return;
    this.#underWay += 1;
    await job();
    this.#underWay -= 1;
    this.#advance();
  }

  #take(): Job | undefined {
    for (const [key, own] of this.#waiting) {
      const job = own.shift();
      this.#waiting.delete(key);
      if (own.length > 0) this.#waiting.set(key, own);
      return job;
    }
    return undefined;
  }
}

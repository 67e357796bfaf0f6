import { TurnBudget } from '#server/platform/turn-budget.ts';
import { LoopScheduler } from '#server/platform/loop-scheduler.ts';

/** How long frames are taken before the event loop turns, in ms; about as long again goes into what they set going. */
const sliceMs = 2;

/** One socket with frames that wait. */
export interface FrameSource {
  /** Set by the queue: the source has a place in the ring. */
  isQueued: boolean;
  /** Takes one frame, if one may be taken; true when another may be taken now. */
  takeNext(): boolean;
}

/**
 * Takes what clients send, a slice at a time and one frame of each socket in turn. The event loop reads every socket
 * that is ready in one go: 1,000 people who speak at once would hold it for 100 ms, and one who floods for longer.
 */
export class InboundFrameQueue {
  #ring: FrameSource[] = [];
  #isScheduled = false;
  readonly #budget: TurnBudget;

  constructor(scheduler = new LoopScheduler()) {
    this.#budget = new TurnBudget(sliceMs, scheduler);
  }

  /** Takes a frame of `source` now or in a later turn, and what follows it when its turn has come. */
  offer(source: FrameSource): void {
    if (source.isQueued) return;
    if (this.#ring.length === 0 && !this.#budget.isSpent && !source.takeNext()) return;
    this.#enqueue(source);
    this.#schedule();
  }

  #enqueue(source: FrameSource): void {
    source.isQueued = true;
    this.#ring.push(source);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#budget.next(() => this.#turn());
  }

  #turn(): void {
    this.#isScheduled = false;
    const ring = this.#ring;
    let taken = 0;
    do {
      const source = ring[taken++];
      if (!source) break;
      source.isQueued = false;
      if (source.takeNext()) this.#enqueue(source);
    } while (!this.#budget.isSpent);
    this.#ring = ring.slice(taken);
    if (this.#ring.length > 0) this.#schedule();
  }
}

import { Turns } from '#server/platform/turns.ts';

/** How long frames are taken before the event loop turns, in ms; about as long again goes into what they set going. */
const sliceMs = 2;
/** So many frames may wait; beyond, they are taken at once, which stops the sockets from being read any faster. */
const mostWaiting = 2_000;

/**
 * Takes what clients send, a slice at a time. The event loop reads every socket that is ready in one go: a thousand
 * people who speak at once would else hold it for a tenth of a second.
 */
export class Intake {
  #waiting: (() => void)[] = [];
  #until = 0;
  #isOpen = false;

  constructor(private readonly turns = new Turns()) {}

  /** Runs `work` now or in a later turn, always in the order of the calls. */
  take(work: () => void): void {
    if (!this.#isOpen) this.#open();
    if (this.#waiting.length >= mostWaiting) this.#run(performance.now() + sliceMs);
    if (this.#waiting.length > 0 || performance.now() > this.#until) this.#waiting.push(work);
    else work();
  }

  #open(): void {
    this.#isOpen = true;
    this.#until = performance.now() + sliceMs;
    this.turns.soon(() => this.#turn());
  }

  #turn(): void {
    this.#isOpen = false;
    if (this.#waiting.length === 0) return;
    this.#open();
    this.#run(this.#until);
  }

  #run(until: number): void {
    const waiting = this.#waiting;
    let taken = 0;
    do waiting[taken++]?.();
    while (taken < waiting.length && performance.now() < until);
    this.#waiting = waiting.slice(taken);
  }
}

import { Desk } from './desk.ts';

/** How long what a socket is owed is gathered into one write, in ms from the end of the last flush. */
const quietMs = 5;

export interface Flushable {
  flush(): void;
}

/** Decides when sockets are written: the first event after quiet at once, a burst joined. */
export class Flusher {
  /** Shared by all sockets: they are written one after the other. */
  readonly desk = new Desk();
  #dirty: Flushable[] = [];
  #lastEnd = -Infinity;
  #timer: NodeJS.Timeout | null = null;

  /** A burst is under way: what is owed now is written soon, with what follows. */
  get isGathering(): boolean {
    return this.#timer !== null;
  }

  /** Call once until the flush. */
  touch(writer: Flushable): void {
    this.#dirty.push(writer);
  }

  /** Call after the events of one commit: writes now, or soon together with what follows. */
  settle(): void {
    if (this.#dirty.length === 0 || this.#timer) return;
    const wait = this.#lastEnd + quietMs - performance.now();
    if (wait <= 0) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), Math.ceil(wait));
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const dirty = this.#dirty;
    this.#dirty = [];
    for (const writer of dirty) writer.flush();
    this.#lastEnd = performance.now();
  }
}

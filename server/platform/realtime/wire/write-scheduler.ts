import { LoopScheduler } from '#server/platform/loop-scheduler.ts';
import { WriteBufferPool } from './write-buffer-pool.ts';

/**
 * How long a socket's frames are gathered into one write, in ms from the end of the last flush: as long as that
 * took, so that half the time at most goes into writing however many sockets there are, within these bounds.
 */
const quietMs = { least: 5, most: 20 };
/** How long sockets are written before the event loop turns, in ms: other work must run meanwhile. */
const sliceMs = 4;
/** The clock is asked once for so many sockets. */
const stride = 16;

export interface Flushable {
  flush(): void;
}

/** Decides when sockets are written: the first event after quiet at once, a burst joined. */
export class WriteScheduler {
  /** Shared by all sockets: they are written one after the other. */
  readonly buffers = new WriteBufferPool();
  #dirty: Flushable[] = [];
  #writing: Flushable[] = [];
  #started = 0;
  #next = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #isWriting = false;

  constructor(private readonly scheduler = new LoopScheduler()) {}

  /** Call once until the flush. */
  markDirty(writer: Flushable): void {
    this.#dirty.push(writer);
  }

  /** Call after the events of one commit: writes now, or soon together with what follows. */
  scheduleFlush(): void {
    // With either under way, pending frames leave soon with what follows.
    if (this.#dirty.length === 0 || this.#timer || this.#isWriting) return;
    const wait = this.#next - performance.now();
    if (wait <= 0) this.#flush();
    else this.#timer = setTimeout(() => this.scheduler.schedule(() => this.#flush()), Math.ceil(wait));
  }

  #flush(): void {
    this.#timer = null;
    this.#writing = this.#dirty;
    this.#dirty = [];
    this.#started = performance.now();
    this.#writeSlice(0, this.#started);
  }

  #writeSlice(from: number, now: number): void {
    const writing = this.#writing;
    let at = from;
    do {
      const until = Math.min(at + stride, writing.length);
      for (; at < until; at += 1) writing[at]?.flush();
    } while (at < writing.length && performance.now() - now < sliceMs);
    this.#isWriting = at < writing.length;
    if (this.#isWriting) return this.scheduler.schedule(() => this.#writeSlice(at, performance.now()));
    const end = performance.now();
    this.#next = end + Math.min(Math.max(quietMs.least, end - this.#started), quietMs.most);
    this.#writing = [];
    this.scheduleFlush();
  }
}

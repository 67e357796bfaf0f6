import type { LogEvent } from '#shared/events.ts';
import type { Store } from '#server/platform/db/store.ts';
import { eventsAfter, headRev } from './event-log.ts';
import { readEvent } from './stored-events.ts';

/** Rows read from the log at a time. */
const batch = 500;
/** The log is read again this long after it could not be, in ms. */
const retryMs = 1_000;

export interface FollowerOptions {
  /** Gets every event once, in the order of revs. */
  publish: (events: LogEvent[]) => void;
  /** A row up to `rev` is unreadable in this version: who listens has to start over. */
  onUnreadable: (rev: number) => void;
  /** The log cannot be read at the moment. */
  onError: (reason: unknown) => void;
  /** Where other processes write into the same log, it is also read this often, in ms; null where this is the only one. */
  pollMs?: number | null;
}

/**
 * The one live reader of the log in a process. Events of a local commit pass on at once when they are the next ones; on
 * a gap, or on news of another process, it reads the log.
 */
export class LogFollower {
  readonly #options: FollowerOptions;
  #store: Store | null = null;
  #lastRev = 0;
  #reading: Promise<void> | null = null;
  #readAgain = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** The rev of the last event that was passed on. */
  get lastRev(): number {
    return this.#lastRev;
  }

  /** Begins after what is committed by now; resolves to its rev. */
  async start(store: Store): Promise<number> {
    this.#lastRev = await store.read(headRev);
    this.#store = store;
    const { pollMs } = this.#options;
    if (pollMs) this.#wakeIn(pollMs);
    return this.#lastRev;
  }

  /** The events of one commit of this process, in the order of revs. */
  committed(events: readonly LogEvent[]): void {
    if (!this.#store) return;
    const fresh = events.filter(({ rev }) => rev > this.#lastRev);
    if (fresh[0]?.rev === this.#lastRev + 1) this.#pass(fresh);
    else if (fresh.length > 0) void this.wake();
  }

  /** A bus says that the log has reached `head`. */
  announce(head: number): void {
    if (head > this.#lastRev) void this.wake();
  }

  /** Reads what is new in the log; resolves when it is passed on. */
  wake(): Promise<void> {
    this.#readAgain = true;
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** Resolves when no read is under way; nothing is passed on afterwards. */
  async close(): Promise<void> {
    this.#store = null;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      while (this.#readAgain && this.#store) {
        this.#readAgain = false;
        const rows = await this.#store.read((db) => eventsAfter(db, this.#lastRev, batch));
        if (rows.length === batch) this.#readAgain = true;
        this.#take(rows);
      }
      if (this.#options.pollMs) this.#wakeIn(this.#options.pollMs);
    } catch (reason) {
      this.#options.onError(reason);
      this.#wakeIn(retryMs);
    } finally {
      this.#reading = null;
    }
  }

  /** Passes on what commits of this process have not passed on while the rows were read. */
  #take(rows: Awaited<ReturnType<typeof eventsAfter>>): void {
    if (!this.#store) return;
    const fresh = rows.filter(({ rev }) => rev > this.#lastRev);
    const events = fresh.map(readEvent);
    const unreadable = fresh.findLast((_, i) => events[i] === null);
    this.#pass(events.filter((event) => event !== null));
    this.#lastRev = Math.max(this.#lastRev, fresh.at(-1)?.rev ?? 0);
    if (unreadable) this.#options.onUnreadable(unreadable.rev);
  }

  #pass(events: LogEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    this.#lastRev = last.rev;
    this.#options.publish(events);
  }

  #wakeIn(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#store) return;
    this.#timer = setTimeout(() => void this.wake(), ms);
    this.#timer.unref();
  }
}

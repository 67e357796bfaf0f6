import { nanoid } from 'nanoid';
import { backoff } from '#shared/backoff.ts';
import type { Store } from '#server/platform/db/store.ts';
import { headRev } from './event-log.ts';
import {
  bury,
  type Cursor,
  holdCursor,
  moveCursor,
  noteFailure,
  readNext,
  releaseCursors,
  setCursors,
  type StoredEvent,
} from './cursors.ts';

/**
 * A durable reader of the log. It gets every event at least once, in the order of revs; after a crash some of them again.
 * One that throws gets the same events again after a pause, one at a time; what fails too often is passed.
 */
export interface Consumer<Deps> {
  readonly name: string;
  handle(events: readonly StoredEvent[], deps: Deps): Promise<void>;
}

const batch = 200;
/** Failures in a row before an event goes to the dead letters. */
const maxFailures = 8;
const pauses = { base: 500, cap: 60_000 };
const errorLength = 500;
/** How long a process drives a reader without saying so again, in ms: after a crash another process waits as long. */
const leaseMs = 30_000;

export interface ConsumersOptions<Deps> {
  store: Store;
  now: () => number;
  consumers: readonly Consumer<Deps>[];
  onFailure: (failure: { consumer: string; rev: number; dead: boolean; reason: unknown }) => void;
  /** The log itself cannot be read, or a cursor not written; the reader tries again later. */
  onError: (reason: unknown) => void;
  /** The pause after a failure, in ms: doubles from `base` up to `cap`. */
  retry?: { base: number; cap: number };
}

/** Where a reader is in this process. */
interface Reader {
  running: Promise<void> | null;
  wakeAgain: boolean;
  /** Set while it waits after a failure, or for another process; news does not hurry it. */
  timer: NodeJS.Timeout | null;
  heldUntil: number;
  /** Events still to be given one by one, because one of them failed in a batch. */
  oneByOne: number;
}

/** Drives the durable readers: each has a cursor of its own, so a slow or failing one holds up none of the others. */
export class Consumers<Deps extends object> {
  readonly #holder = nanoid();
  readonly #readers = new Map<Consumer<Deps>, Reader>();
  #closed = false;
  #deps: Deps | null = null;

  constructor(private readonly options: ConsumersOptions<Deps>) {
    for (const consumer of options.consumers)
      this.#readers.set(consumer, { running: null, wakeAgain: false, timer: null, heldUntil: 0, oneByOne: 0 });
  }

  /** New readers begin at the log's head. They get `deps` with their events. */
  async start(deps: Deps): Promise<void> {
    this.#deps = deps;
    const names = this.options.consumers.map(({ name }) => name);
    await this.options.store.write(async (tx) => setCursors(tx, names, await headRev(tx.db)));
    this.wake();
  }

  /** Call after each commit: every reader looks at what is new. */
  wake(): void {
    for (const [consumer, reader] of this.#readers) this.#wakeOne(consumer, reader);
  }

  /** Resolves when the events under way are handled; the cursors say where to go on. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#readers.values()) if (timer) clearTimeout(timer);
    for (const { running } of this.#readers.values()) await running;
    if (this.#readers.size > 0) await this.options.store.write((tx) => releaseCursors(tx, this.#holder));
  }

  #wakeOne(consumer: Consumer<Deps>, reader: Reader): void {
    if (this.#closed || !this.#deps || reader.timer) return;
    if (reader.running) reader.wakeAgain = true;
    else reader.running = this.#follow(consumer, reader);
  }

  async #follow(consumer: Consumer<Deps>, reader: Reader): Promise<void> {
    try {
      do reader.wakeAgain = false;
      while (((await this.#step(consumer, reader)) || reader.wakeAgain) && !this.#closed);
    } catch (reason) {
      this.options.onError(reason);
      this.#pause(consumer, reader, leaseMs);
    }
    reader.running = null;
  }

  /** Handles one batch; true when there may be more. */
  async #step(consumer: Consumer<Deps>, reader: Reader): Promise<boolean> {
    const { store } = this.options;
    const limit = reader.oneByOne > 0 ? 1 : batch;
    const { cursor, events } = await store.read((db) => readNext(db, consumer.name, limit));
    const last = events.at(-1);
    if (!cursor || !last || !this.#deps) return false;
    // What was read before the lease began may have been handled by another process: it is read again.
    if (reader.heldUntil - this.options.now() <= leaseMs / 2) return this.#hold(consumer, reader);
    try {
      await consumer.handle(events, this.#deps);
    } catch (reason) {
      if (events.length > 1) reader.oneByOne = events.length;
      return this.#fail(consumer, reader, cursor, { rev: events[0]?.rev ?? last.rev, reason });
    }
    reader.oneByOne = Math.max(0, reader.oneByOne - events.length);
    await store.write((tx) => moveCursor(tx, consumer.name, last.rev));
    return true;
  }

  /** Takes or renews the lease; without it this process waits for the other one to end. */
  async #hold(consumer: Consumer<Deps>, reader: Reader): Promise<boolean> {
    const { store, now } = this.options;
    const until = now() + leaseMs;
    const isHeld = await store.write((tx) => holdCursor(tx, consumer.name, this.#holder, leaseMs));
    reader.heldUntil = isHeld ? until : 0;
    if (!isHeld) this.#pause(consumer, reader, leaseMs);
    return isHeld;
  }

  async #fail(
    consumer: Consumer<Deps>,
    reader: Reader,
    cursor: Cursor,
    { rev, reason }: { rev: number; reason: unknown },
  ): Promise<boolean> {
    const { name } = consumer;
    const failures = cursor.failures + 1;
    const dead = failures >= maxFailures;
    const error = String(reason instanceof Error ? reason.message : reason).slice(0, errorLength);
    this.options.onFailure({ consumer: name, rev, dead, reason });
    await this.options.store.write(async (tx) => {
      if (!dead) return noteFailure(tx, name, failures, error);
      await bury(tx, name, rev, error);
      await moveCursor(tx, name, rev);
    });
    if (dead) {
      reader.oneByOne = Math.max(0, reader.oneByOne - 1);
      return true;
    }
    this.#pause(consumer, reader, backoff(failures - 1, this.options.retry ?? pauses));
    return false;
  }

  #pause(consumer: Consumer<Deps>, reader: Reader, ms: number): void {
    if (this.#closed) return;
    reader.timer = setTimeout(() => {
      reader.timer = null;
      this.#wakeOne(consumer, reader);
    }, ms);
    reader.timer.unref();
  }
}

import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { LogEvent } from '#shared/events.ts';
import type { LoopScheduler } from '#server/platform/loop-scheduler.ts';

/**
 * One connection's query builder. Only what SQLite's and PostgreSQL's Drizzle share is
 * used on it: awaited builders, `.prepare().execute()`, `returning`, `onConflict…`; never `.get()`, `.all()`, `.run()`.
 */
export type Db = BetterSQLite3Database & {
  /** A table in this connection's dialect. Queries name tables by it alone. */
  of<T extends SQLiteTable>(table: T): T;
};

/** One write: everything done through it is committed together or not at all. */
export interface Tx {
  readonly db: Db;
  /** The time of this write, ms since 1970: one instant for all its rows. */
  readonly now: number;
  readonly events: LogEvent[];
  /** Says that a job was stored: its runner is woken after the commit. */
  enqueued(): void;
  /** Runs after the commit that holds this write, in order, before its promise resolves. */
  afterCommit(effect: () => void): void;
}

export interface Store {
  /** A consistent view of committed data. Never call it from within itself. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The same store for one person, or one address: their reads take turns with those of others. */
  readBy(key: string): Store;
  /** Resolves after the commit; rejects with what `work` threw, and then nothing of it is stored. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  now: () => number;
  /** The events of one commit, in the order of their revs. */
  onCommit: (events: LogEvent[]) => void;
  /** Something that follows a commit broke; the writes of that commit stand. */
  onError: (reason: unknown) => void;
  /** The database refuses its work, as on a full disk; each caller is answered `unavailable`. */
  onUnavailable?: (reason: unknown) => void;
  /** A write that awaits anything but the database fails: for development and tests. */
  guarded?: boolean;
  /** A commit stored jobs. */
  onJobs?: () => void;
  /** In which commits take their turn with other long work. */
  scheduler?: LoopScheduler;
}

/** A store from its parts; reads that no person asked for have a turn of their own. */
export function storeOf(
  read: <T>(key: string, work: (db: Db) => Promise<T>) => Promise<T>,
  rest: Pick<Store, 'write' | 'close'>,
): Store {
  const readBy = (key: string): Store => ({ ...rest, readBy, read: (work) => read(key, work) });
  return readBy('');
}

/** A write under way: the `Tx` its work sees, and what is to happen once it is committed. */
export class OpenWrite implements Tx {
  readonly events: LogEvent[] = [];
  readonly #effects: (() => void)[] = [];
  hasJobs = false;

  constructor(
    readonly db: Db,
    readonly now: number,
  ) {}

  enqueued(): void {
    this.hasJobs = true;
  }

  afterCommit(effect: () => void): void {
    this.#effects.push(effect);
  }

  runEffects(onError: StoreOptions['onError']): void {
    for (const effect of this.#effects) attempt(effect, onError);
  }
}

/** Tells what was committed together. A listener that breaks is not the writes' failure, and they are stored. */
export function publishCommitted(writes: readonly OpenWrite[], { onCommit, onJobs, onError }: StoreOptions): void {
  attempt(() => onCommit(writes.flatMap(({ events }) => events)), onError);
  if (onJobs && writes.some(({ hasJobs }) => hasJobs)) attempt(onJobs, onError);
  for (const write of writes) write.runEffects(onError);
}

function attempt(effect: () => void, onError: StoreOptions['onError']): void {
  try {
    effect();
  } catch (reason) {
    onError(reason);
  }
}

interface Preparable<S> {
  /** PostgreSQL keeps the statement under its name; SQLite has no use for one. */
  prepare(name?: string): S;
}

/** A statement built once for each connection and kept there; names of statements differ. */
export function prepared<S>(name: string, build: (db: Db) => Preparable<S>): (db: Db) => S {
  const statements = new WeakMap<Db, S>();
  return (db) => {
    const known = statements.get(db);
    if (known) return known;
    const statement = build(db).prepare(name);
    statements.set(db, statement);
    return statement;
  };
}

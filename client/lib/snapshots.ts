import { type InfiniteData, queryOptions } from '@tanstack/react-query';
import type { Hint, LogEvent } from '#shared/events.ts';
import type { PendingEvent } from './optimistic.ts';
import { client } from './trpc.ts';

/** The typed client that snapshots are read with. */
export type Api = typeof client;

/** Something read from the server, true at `rev`; `base` is it without the changes that are shown before they are stored. */
export interface Snapshot {
  readonly rev: number;
  readonly base?: unknown;
}

/** What an event makes of a snapshot: the same object when it does not concern it, null when it must be read again. */
export type Apply<S> = (snapshot: S, event: LogEvent) => S | null;

/** Applies the events a snapshot does not know yet, in order. Applying them twice changes nothing. */
export function fold<S extends Snapshot>(snapshot: S, events: readonly LogEvent[], apply: Apply<S>): S | null {
  let state = snapshot;
  for (const event of events) {
    if (event.rev <= state.rev) continue;
    const next = apply(state, event);
    if (next === null) return null;
    if (next !== state) state = { ...next, rev: event.rev };
  }
  return state;
}

/** What has happened: `events` are stored, `pending` are not yet. */
export interface News {
  events: readonly LogEvent[];
  pending: readonly PendingEvent[];
  meId: string;
}

/** A snapshot as the server has it. */
function baseOf<S extends Snapshot>(snapshot: S): S {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `update` alone sets it, to a snapshot of the same type.
  return (snapshot.base ?? snapshot) as S;
}

/** A snapshot after the stored events, with the pending ones that it does not know shown on top. */
function update<S extends Snapshot>(snapshot: S, { events, pending }: News, apply: Apply<S>): S | null {
  const base = fold(baseOf(snapshot), events, apply);
  if (base === null) return null;
  let shown = base;
  for (const { event, rev } of pending) if (base.rev < rev) shown = apply(shown, event) ?? shown;
  return shown === base ? base : { ...shown, base };
}

/** Changes a cached snapshot otherwise than by an event, such that the change stays when a pending event goes. */
export function amend<S extends Snapshot>(snapshot: S, change: (snapshot: S) => S): S {
  const base = baseOf(snapshot);
  return base === snapshot ? change(snapshot) : { ...change(snapshot), base: change(base) };
}

/**
 * `person`: one for the signed-in person, changed by any event. `room`: one for each room, whose id is the first argument;
 * changed by the room's own events, forgotten when the person leaves the room and read again when they join it.
 */
type Scope = 'person' | 'room';

/** A cached thing that events keep true, as those see it who go through all of them. Its key is its name and arguments. */
export interface AnySnapshot {
  readonly name: string;
  readonly scope: Scope;
  /** Read before the first screen; of a room when it is opened. */
  readonly boot?: boolean;
  /** Where a window of pages is opened first. */
  readonly end?: unknown;
  load(api: Api, ...args: unknown[]): Promise<unknown>;
  /** The same object when the news do not concern it, null when it must be read again. */
  update(data: unknown, news: News): unknown;
  /** What live news makes of it; a hint has no rev. */
  applyHint?(data: unknown, hint: Hint, meId: string): unknown;
  /** Whether it must be read again after a drop, for the hints it missed. */
  missesHints?(data: unknown): boolean;
}

/** How any snapshot is read, for those who go through all of them. */
export const readingOf = (snapshot: AnySnapshot, ...args: string[]) => ({
  queryKey: [snapshot.name, ...args],
  queryFn: () => snapshot.load(client, ...args),
});

interface SnapshotOptions<A extends readonly string[], S extends Snapshot> {
  name: string;
  scope: Scope;
  boot?: boolean;
  load: (api: Api, ...args: A) => Promise<S>;
  apply: (snapshot: S, event: LogEvent, meId: string) => S | null;
  applyHint?: (snapshot: S, hint: Hint, meId: string) => S;
  missesHints?: (snapshot: S) => boolean;
}

/** Names a cached thing that events keep true: what it is read by, and what each event makes of it. */
export function defineSnapshot<A extends readonly string[], S extends Snapshot>(options: SnapshotOptions<A, S>) {
  const { apply } = options;
  return {
    ...options,
    ...defineQuery(options.name, options.load),
    update: (data: S, news: News) => update(data, news, (snapshot, event) => apply(snapshot, event, news.meId)),
  };
}

/** Names an answer that no event keeps true: read when it is looked at. */
export function defineQuery<A extends readonly string[], S>(name: string, load: (api: Api, ...args: A) => Promise<S>) {
  return {
    query: (...args: A) => queryOptions({ queryKey: [name, ...args], queryFn: () => load(client, ...args) }),
  };
}

interface Page<C> extends Snapshot {
  older: C | null;
  newer: C | null;
}

interface PagedOptions<C, P extends Page<C>> {
  name: string;
  end: C;
  load: (api: Api, roomId: string, cursor: C, signal?: AbortSignal) => Promise<P>;
  apply: Apply<P>;
  /** Brings pages that events changed back into shape. */
  reshape: (window: InfiniteData<P, C>) => InfiniteData<P, C>;
  /** So many pages are held; the far end is let go while scrolling. */
  maxPages: number;
  gcTime: number;
}

/** Names a long list of a room, cached as windows of adjoining pages; each page has its own `rev`. */
export function definePagedSnapshot<C, P extends Page<C>>(options: PagedOptions<C, P>) {
  const { name, load, apply, reshape, maxPages, gcTime } = options;
  return {
    ...options,
    scope: 'room' as const,
    /** The windows into a room, or into all. */
    key: (...roomId: [roomId?: string]) => [name, ...roomId] as const,
    /** A window that is opened at `from`. */
    query: (roomId: string, from: C) => ({
      queryKey: [name, roomId, from] as const,
      queryFn: ({ pageParam, signal }: { pageParam: C; signal: AbortSignal }) =>
        load(client, roomId, pageParam, signal),
      initialPageParam: from,
      getNextPageParam: (last: P) => last.newer,
      getPreviousPageParam: (first: P) => first.older,
      maxPages,
      gcTime,
    }),
    update: (window: InfiniteData<P, C>, news: News) => {
      const stored = reshape(changed(window, (page) => fold(baseOf(page), news.events, apply) ?? page));
      return changed(stored, (page) => update(page, { ...news, events: [] }, apply) ?? page);
    },
  };
}

/** A window with its pages changed; the same one when none is. */
function changed<P, C>(window: InfiniteData<P, C>, change: (page: P) => P): InfiniteData<P, C> {
  const pages = window.pages.map(change);
  return pages.every((page, index) => page === window.pages[index]) ? window : { ...window, pages };
}

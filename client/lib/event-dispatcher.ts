import { notifyManager, type Query, type QueryKey } from '@tanstack/react-query';
import type { Hint, LogEvent, StreamEvent } from '#shared/events.ts';
import type { Feature } from './feature.ts';
import { Gaps } from './gaps.ts';
import { OptimisticEvents } from './optimistic.ts';
import { Refetcher } from './refetcher.ts';
import type { AnySnapshot } from './snapshots.ts';
import { queryClient } from './trpc.ts';

/** Events are kept for answers that were on their way while these came by. */
const maxRecentEvents = 1_000;

/** Hands every event of the stream to the snapshots of all features: exact keys, each event once, in order. */
export class EventDispatcher {
  #recent: LogEvent[] = [];
  /** The stream has brought every event up to it. */
  #head = 0;
  #greeted = false;
  readonly #optimistic = new OptimisticEvents(() => this.#apply([]));
  /** Shows an event before the server has stored it. */
  readonly optimistic = this.#optimistic.show;
  readonly #snapshots: readonly AnySnapshot[];
  readonly #unsubscribe: () => void;
  readonly #gaps = new Gaps();
  readonly #refetcher = new Refetcher(this.#gaps);

  /** `onEvent` hears each event of the log after the cache has notified its readers. */
  constructor(
    private readonly meId: string,
    private readonly features: readonly Feature[],
    private readonly onEvent: (event: LogEvent) => void = () => undefined,
  ) {
    this.#snapshots = features.flatMap(({ snapshots }) => snapshots ?? []);
    // A snapshot that lands may be older than the stream: what it missed is among the recent events.
    this.#unsubscribe = queryClient.getQueryCache().subscribe((change) => {
      if (change.type !== 'updated') return;
      const { action } = change;
      const { queryHash } = change.query;
      if (action.type === 'success' && !action.manual) {
        this.#apply(this.#recent);
        for (const { onAnswer } of features) onAnswer?.(queryHash);
        this.#refetcher.ended(queryHash);
      } else if (action.type === 'error') this.#refetcher.ended(queryHash);
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#refetcher.close();
  }

  receive(events: readonly StreamEvent[]): void {
    const facts: LogEvent[] = [];
    for (const event of events) {
      // A newer server may send kinds that this page does not know: no snapshot changes by them.
      if ('rev' in event && 'at' in event) facts.push(event);
      else this.#onHint(event);
    }
    if (facts.length === 0) return;
    this.#recent = [...this.#recent, ...facts].slice(-maxRecentEvents);
    this.#head = facts.at(-1)?.rev ?? 0;
    this.#optimistic.confirm(facts);
    for (const event of facts) this.#onMembership(event);
    this.#apply(facts);
    // After the cache has notified its readers: a pending row must not go before the stored one is there.
    notifyManager.schedule(() => facts.forEach(this.onEvent));
  }

  #onHint(hint: Hint): void {
    if (hint.kind === 'hello') this.#onHello();
    if (hint.kind === 'resync') this.#onResync(hint.rev);
    for (const { onHint } of this.features) onHint?.(hint, this.meId);
    this.#forEach((snapshot, key, data) => {
      if (!snapshot.applyHint || (snapshot.scope === 'room' && !('roomId' in hint && hint.roomId === key[1]))) return;
      if (!this.#gaps.has(key, data)) setData(key, snapshot.applyHint(data, hint, this.meId), data);
    });
  }

  #onHello(): void {
    if (this.#greeted) {
      this.#forEach((snapshot, queryKey, data) => {
        if (snapshot.missesHints?.(data)) void queryClient.invalidateQueries({ queryKey, exact: true });
      });
    }
    this.#greeted = true;
    this.#refetcher.run();
  }

  #onResync(rev: number): void {
    this.#recent = [];
    this.#head = rev;
    this.#gaps.mark([], rev);
    for (const { name, end } of this.#snapshots) {
      // A window that nobody looks at would be read again page by page.
      if (end !== undefined) queryClient.removeQueries({ queryKey: [name], type: 'inactive' });
    }
    void queryClient.invalidateQueries();
  }

  #apply(events: readonly LogEvent[]): void {
    const { meId } = this;
    const { pending } = this.#optimistic;
    const unseen = pending.filter(({ rev }) => rev > this.#head);
    const rooms = byRoom(events);
    let gaps = false;
    this.#forEach((snapshot, key, data, query) => {
      const gap = this.#gaps.has(key, data);
      gaps ||= gap && query.isActive();
      const inRoom = snapshot.scope === 'room' ? String(key[1]) : null;
      // One more event would make a gap look true.
      const own = gap ? [] : inRoom === null ? events : (rooms.get(inRoom) ?? []);
      const shown = (gap ? pending : unseen).filter(({ event }) => inRoom === null || event.roomId === inRoom);
      const next = snapshot.update(data, { events: own, pending: shown, meId });
      if (next === null) this.#reread(key, own.at(-1)?.rev ?? 0, 'active');
      else setData(key, next, data);
    });
    if (!gaps) this.#optimistic.forget(this.#head);
  }

  #forEach(visit: (snapshot: AnySnapshot, queryKey: QueryKey, data: unknown, query: Query) => void): void {
    for (const snapshot of this.#snapshots) {
      const queries: Query[] = queryClient.getQueryCache().findAll({ queryKey: [snapshot.name] });
      for (const query of queries) {
        if (query.state.data !== undefined) visit(snapshot, query.queryKey, query.state.data, query);
      }
    }
  }

  /** Non-members receive no events of a room, so its cached data is stale after joining again. */
  #onMembership(event: LogEvent): void {
    if (event.kind !== 'room.left' && event.kind !== 'room.joined') return;
    const left = event.kind === 'room.left';
    const roomId = left ? event.leftRoomId : event.room.id;
    for (const { name, scope } of this.#snapshots) {
      if (scope !== 'room') continue;
      const queryKey = [name, roomId];
      if (left) queryClient.removeQueries({ queryKey, type: 'inactive' });
      // A read by somebody who left would be refused.
      this.#reread(queryKey, event.rev, left ? 'none' : 'active');
    }
  }

  #reread(queryKey: QueryKey, rev: number, refetchType: 'active' | 'none'): void {
    this.#gaps.mark(queryKey, rev);
    const predicate = (query: Query) => this.#gaps.has(query.queryKey, query.state.data);
    void queryClient.invalidateQueries({ queryKey, refetchType, predicate });
  }
}

/** A query that is to be read again stays so. */
function setData(queryKey: QueryKey, next: unknown, before: unknown): void {
  if (next === before) return;
  const query = queryClient.getQueryCache().find({ queryKey });
  const stale = query?.state.isInvalidated;
  queryClient.setQueryData(queryKey, next);
  if (stale) query?.invalidate();
}

function byRoom(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const rooms = new Map<string, LogEvent[]>();
  for (const event of events) {
    if (event.roomId === null) continue;
    const known = rooms.get(event.roomId);
    if (known) known.push(event);
    else rooms.set(event.roomId, [event]);
  }
  return rooms;
}

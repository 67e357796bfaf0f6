import { hashKey, notifyManager, type Query, type QueryKey } from '@tanstack/react-query';
import type { LogEvent, StreamEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import type { PresenceMap } from '#shared/presence.ts';
import { applyToMentions, type MentionsSnapshot } from '#client/features/mentions/apply.ts';
import { applyToWindow, everyHistory, historyOf, type HistoryWindow } from '#client/features/messages/history.ts';
import { applyPresence, replacePresence } from '#client/features/presence/presence-store.ts';
import {
  applyReads,
  applyToMembers,
  applyToRooms,
  type MembersSnapshot,
  type RoomsSnapshot,
} from '#client/features/rooms/apply.ts';
import { forgetSignals, noteSignal } from '#client/features/signals/signal-store.ts';
import { applyToUsers, type UsersSnapshot } from '#client/features/users/apply.ts';
import { applyToWorkspace } from '#client/features/workspace/apply.ts';
import { Gaps } from '#client/lib/gaps.ts';
import { type Apply, fold, type Snapshot } from '#client/lib/snapshots.ts';
import {
  membersKey,
  mentionsQuery,
  membersQuery,
  presenceQuery,
  roomsQuery,
  usersQuery,
  workspaceQuery,
} from '#client/lib/queries.ts';
import { type Outputs, queryClient } from '#client/lib/trpc.ts';
import { Refetcher } from './refetcher.ts';

/** Events kept for answers that were on their way while these came by. */
const kept = 1_000;

/** Hands every event of the stream to what is cached: exact keys, each event once, in order. */
export class Receiver {
  #recent: LogEvent[] = [];
  /** Who came and went since the stream began. */
  #present: PresenceMap = {};
  #greeted = false;
  readonly #unsubscribe: () => void;
  readonly #gaps = new Gaps();
  readonly #refetcher = new Refetcher(this.#gaps);

  constructor(
    private readonly meId: string,
    private readonly onEvent: (event: LogEvent) => void,
  ) {
    const presence = hashKey(presenceQuery.queryKey);
    this.#replacePresence();
    // A snapshot that lands may be older than the stream: what it missed is among the recent events.
    this.#unsubscribe = queryClient.getQueryCache().subscribe((change) => {
      if (change.type !== 'updated') return;
      const { action } = change;
      const { queryHash } = change.query;
      if (action.type === 'success' && !action.manual) {
        this.#apply(this.#recent);
        if (queryHash === presence) this.#replacePresence();
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
      switch (event.kind) {
        case 'hello':
          forgetSignals();
          this.#present = {};
          void queryClient.invalidateQueries({ queryKey: presenceQuery.queryKey });
          if (this.#greeted) rereadMarks();
          this.#greeted = true;
          this.#refetcher.run();
          break;
        case 'resync':
          this.#recent = [];
          this.#gaps.mark([], event.rev);
          // A window that nobody looks at would be read again page by page.
          queryClient.removeQueries({ queryKey: everyHistory, type: 'inactive' });
          void queryClient.invalidateQueries();
          break;
        case 'signal':
          if (event.userId !== this.meId) noteSignal(event, Date.now());
          break;
        case 'reads':
          for (const [key, members] of this.#whole<MembersSnapshot>(membersQuery(event.roomId).queryKey)) {
            queryClient.setQueryData(key, applyReads(members, event, this.meId));
          }
          break;
        case 'presence':
          this.#present = { ...this.#present, ...event.users };
          applyPresence(event.users, event.lastSeenAt);
          break;
        default:
          // A newer server may send kinds that this page does not know: no snapshot changes by them.
          if ('rev' in event && 'at' in event) facts.push(event);
      }
    }
    if (facts.length === 0) return;
    this.#recent = [...this.#recent, ...facts].slice(-kept);
    for (const event of facts) this.#markGaps(event);
    this.#apply(facts);
    // After the cache has notified its readers: a pending row must not go before the stored one is there.
    notifyManager.schedule(() => facts.forEach(this.onEvent));
  }

  #replacePresence(): void {
    const snapshot = queryClient.getQueryData<PresenceMap>(presenceQuery.queryKey);
    replacePresence({ ...snapshot, ...this.#present });
  }

  #apply(events: readonly LogEvent[]): void {
    if (events.length === 0) return;
    const { meId } = this;
    this.#fold<Outputs['workspace']['get']>(workspaceQuery.queryKey, events, applyToWorkspace);
    this.#fold<UsersSnapshot>(usersQuery.queryKey, events, applyToUsers);
    this.#fold<RoomsSnapshot>(roomsQuery.queryKey, events, (rooms, event) => applyToRooms(rooms, event, meId));
    this.#fold<MentionsSnapshot>(mentionsQuery.queryKey, events, (list, event) => applyToMentions(list, event, meId));
    for (const [roomId, own] of byRoom(events)) {
      const { queryKey } = membersQuery(roomId);
      this.#fold<MembersSnapshot>(queryKey, own, (list, event) => applyToMembers(list, event, meId));
      for (const [key, window] of this.#whole<HistoryWindow>(historyOf(roomId))) {
        const next = applyToWindow(window, own);
        if (next !== window) setData(key, next);
      }
    }
  }

  #fold<S extends Snapshot>(queryKey: QueryKey, events: readonly LogEvent[], apply: Apply<S>): void {
    for (const [key, snapshot] of this.#whole<S>(queryKey)) {
      const next = fold(snapshot, events, apply);
      if (next === null) this.#reread(key, events.at(-1)?.rev ?? 0, 'active');
      else if (next !== snapshot) setData(key, next);
    }
  }

  /** What is cached under a key and lacks no event: one more event would make a gap look true. */
  #whole<S>(queryKey: QueryKey): [QueryKey, S][] {
    return queryClient.getQueriesData<S>({ queryKey }).flatMap(([key, data]): [QueryKey, S][] => {
      return data === undefined || this.#gaps.has(key, data) ? [] : [[key, data]];
    });
  }

  /** Non-members receive no events of a room, so its cached data is stale after joining again. */
  #markGaps(event: LogEvent): void {
    if (event.kind !== 'room.left' && event.kind !== 'room.joined') return;
    const left = event.kind === 'room.left';
    const roomId = left ? event.leftRoomId : event.room.id;
    // A read by somebody who left would be refused.
    for (const queryKey of [historyOf(roomId), membersQuery(roomId).queryKey])
      this.#reread(queryKey, event.rev, left ? 'none' : 'active');
  }

  #reread(queryKey: QueryKey, rev: number, refetchType: 'active' | 'none'): void {
    this.#gaps.mark(queryKey, rev);
    const predicate = (query: Query) => this.#gaps.has(query.queryKey, query.state.data);
    void queryClient.invalidateQueries({ queryKey, refetchType, predicate });
  }
}

/** Hints of how far others have read may be missed while the stream is down. */
function rereadMarks(): void {
  for (const [queryKey, snapshot] of queryClient.getQueriesData<MembersSnapshot>({ queryKey: membersKey })) {
    const shown = snapshot && snapshot.members.length <= limits.receiptMembers;
    if (shown) void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

/** A query that is to be read again stays so. */
function setData(queryKey: QueryKey, data: unknown): void {
  const query = queryClient.getQueryCache().find({ queryKey });
  const stale = query?.state.isInvalidated;
  queryClient.setQueryData(queryKey, data);
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

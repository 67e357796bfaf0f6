import { hashKey, notifyManager, type QueryKey } from '@tanstack/react-query';
import type { EventOf, LogEvent, StreamEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import type { PresenceMap } from '#shared/presence.ts';
import { applyToMentions, type MentionsSnapshot } from '#client/features/mentions/apply.ts';
import { applyToWindow, historyOf, type HistoryWindow } from '#client/features/messages/history.ts';
import { applyPresence, replacePresence } from '#client/features/presence/presence-store.ts';
import {
  applyReads,
  applyToMembers,
  applyToRooms,
  type MembersSnapshot,
  type RoomsSnapshot,
} from '#client/features/rooms/apply.ts';
import { forgetTyping, noteTyping } from '#client/features/typing/typing-store.ts';
import { applyToUsers, type UsersSnapshot } from '#client/features/users/apply.ts';
import { applyToWorkspace } from '#client/features/workspace/apply.ts';
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

/** Events kept for answers that were on their way while these came by. */
const kept = 1_000;

/** Hands every event of the stream to what is cached: exact keys, each event once, in order. */
export class Receiver {
  #recent: LogEvent[] = [];
  /** Who came and went since the stream began. */
  #present: PresenceMap = {};
  #greeted = false;
  readonly #unsubscribe: () => void;

  constructor(
    private readonly meId: string,
    private readonly onPosted: (event: EventOf<'message.posted'>) => void,
  ) {
    const presence = hashKey(presenceQuery.queryKey);
    this.#replacePresence();
    // A snapshot that lands may be older than the stream: what it missed is among the recent events.
    this.#unsubscribe = queryClient.getQueryCache().subscribe((change) => {
      if (change.type !== 'updated' || change.action.type !== 'success' || change.action.manual) return;
      this.#apply(this.#recent);
      if (change.query.queryHash === presence) this.#replacePresence();
    });
  }

  close(): void {
    this.#unsubscribe();
  }

  receive(events: readonly StreamEvent[]): void {
    const facts: LogEvent[] = [];
    for (const event of events) {
      switch (event.kind) {
        case 'hello':
          forgetTyping();
          this.#present = {};
          void queryClient.invalidateQueries({ queryKey: presenceQuery.queryKey });
          if (this.#greeted) rereadMarks();
          this.#greeted = true;
          break;
        case 'resync':
          this.#recent = [];
          void queryClient.invalidateQueries();
          break;
        case 'typing':
          if (event.userId !== this.meId) noteTyping(event, Date.now());
          break;
        case 'reads':
          for (const [key, members] of trusted<MembersSnapshot>(membersQuery(event.roomId).queryKey)) {
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
    this.#apply(facts);
    for (const event of facts) mistrust(event);
    for (const event of facts) {
      // After the cache has told its readers: a row that waits must not go before the one that stays is there.
      if (event.kind === 'message.posted') notifyManager.schedule(() => this.onPosted(event));
    }
  }

  #replacePresence(): void {
    const snapshot = queryClient.getQueryData<PresenceMap>(presenceQuery.queryKey);
    replacePresence({ ...snapshot, ...this.#present });
  }

  #apply(events: readonly LogEvent[]): void {
    if (events.length === 0) return;
    const { meId } = this;
    refresh<Outputs['workspace']['get']>(workspaceQuery.queryKey, events, applyToWorkspace);
    refresh<UsersSnapshot>(usersQuery.queryKey, events, applyToUsers);
    refresh<RoomsSnapshot>(roomsQuery.queryKey, events, (rooms, event) => applyToRooms(rooms, event, meId));
    refresh<MentionsSnapshot>(mentionsQuery.queryKey, events, (list, event) => applyToMentions(list, event, meId));
    for (const [roomId, own] of byRoom(events)) {
      refresh<MembersSnapshot>(membersQuery(roomId).queryKey, own, (list, event) => applyToMembers(list, event, meId));
      for (const [key, window] of trusted<HistoryWindow>(historyOf(roomId))) {
        const next = applyToWindow(window, own);
        if (next !== window) queryClient.setQueryData(key, next);
      }
    }
  }
}

function refresh<S extends Snapshot>(queryKey: QueryKey, events: readonly LogEvent[], apply: Apply<S>): void {
  for (const [key, snapshot] of trusted<S>(queryKey)) {
    const next = fold(snapshot, events, apply);
    if (next === null) void queryClient.invalidateQueries({ queryKey: key, exact: true });
    else if (next !== snapshot) queryClient.setQueryData(key, next);
  }
}

/** What is cached under a key and not yet to be read again: setting data would make a gap count as true. */
function trusted<S>(queryKey: QueryKey): [QueryKey, S][] {
  return queryClient.getQueriesData<S>({ queryKey }).flatMap(([key, data]): [QueryKey, S][] => {
    return data === undefined || queryClient.getQueryState(key)?.isInvalidated ? [] : [[key, data]];
  });
}

/** Hints of how far others have read may be missed while the stream is down. */
function rereadMarks(): void {
  for (const [queryKey, snapshot] of queryClient.getQueriesData<MembersSnapshot>({ queryKey: membersKey })) {
    const shown = snapshot && snapshot.members.length <= limits.receiptMembers;
    if (shown) void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

/** Nobody told of a room while one was not in it: what is cached of it has a gap. */
function mistrust(event: LogEvent): void {
  if (event.kind !== 'room.left' && event.kind !== 'room.joined') return;
  const left = event.kind === 'room.left';
  const roomId = left ? event.leftRoomId : event.room.id;
  // Whoever left would only be refused.
  const refetchType = left ? 'none' : 'active';
  void queryClient.invalidateQueries({ queryKey: historyOf(roomId), refetchType });
  void queryClient.invalidateQueries({ queryKey: membersQuery(roomId).queryKey, refetchType });
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

import { expect, test } from 'vitest';
import type { LogEvent, StreamEvent } from '#shared/events.ts';
import { presenceOf } from '#client/features/presence/presence-store.ts';
import { membersSnapshot } from '#client/features/rooms/snapshot.ts';
import { presenceQuery } from '#client/features/presence/snapshot.ts';
import { workspaceSnapshot } from '#client/features/workspace/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { EventDispatcher } from '#client/lib/event-dispatcher.ts';
import { features } from './features.ts';

const presence = presenceQuery.queryKey;
const workspace = workspaceSnapshot.query().queryKey;

const renamed = (rev: number, name: string): LogEvent => {
  const settings = { name, registration: 'open', lobbyRoomId: 'l' } as const;
  return { kind: 'workspace.updated', rev, at: 1, roomId: null, userId: null, workspace: settings };
};

/** Asks for a snapshot whose answer is on its way until it is given. */
function asking(queryKey: readonly unknown[]) {
  let arrives = (_answer: unknown): void => undefined;
  const queryFn = () => new Promise<unknown>((resolve) => (arrives = resolve));
  const asked = queryClient.fetchQuery({ queryKey, queryFn, staleTime: 0 });
  return async (answer: unknown) => {
    arrives(answer);
    await asked;
  };
}

test('who comes and goes while the page asks who is here is shown right', async () => {
  const dispatcher = new EventDispatcher('me', features);
  const answer = asking(presence);
  dispatcher.receive([{ kind: 'presence', users: { bob: 'online', cid: 'offline' }, lastSeenAt: 1 }]);
  await answer({ cid: 'online', dan: 'away' });
  const statuses = ['bob', 'cid', 'dan'].map((userId) => presenceOf(userId).status);
  expect(statuses).toEqual(['online', 'offline', 'away']);
  dispatcher.close();
});

test('kinds of a newer server change nothing, and what comes after them still counts', () => {
  const dispatcher = new EventDispatcher('me', features);
  queryClient.setQueryData(workspace, { rev: 1, workspace: { name: 'first', registration: 'open', lobbyRoomId: 'l' } });
  const newer: unknown[] = [
    { kind: 'poll.closed', rev: 2, at: 1, roomId: 'r', userId: null, pollId: 'p' },
    { kind: 'poll.opened', rev: 3, at: 1, roomId: null, userId: null },
    { kind: 'recording', roomId: 'r', userId: 'bob', on: true },
  ];
  dispatcher.receive([...(newer as StreamEvent[]), renamed(4, 'second')]);
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 4, workspace: { name: 'second' } });
  dispatcher.close();
});

test('an answer that is older than the stream is brought up to date when it lands', async () => {
  const dispatcher = new EventDispatcher('me', features);
  const answer = asking(workspace);
  dispatcher.receive([renamed(7, 'newer')]);
  await answer({ rev: 6, workspace: { name: 'older' } });
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 7, workspace: { name: 'newer' } });
  dispatcher.close();
});

test('what is to be read again takes no event that would make its gap look true', async () => {
  const dispatcher = new EventDispatcher('me', features);
  queryClient.setQueryData(workspace, {
    rev: 7,
    workspace: { name: 'before the gap', registration: 'open', lobbyRoomId: 'l' },
  });
  dispatcher.receive([{ kind: 'resync', rev: 90 }, renamed(91, 'after the gap')]);
  expect(queryClient.getQueryState(workspace)?.isInvalidated).toBe(true);
  const answer = asking(workspace);
  await answer({ rev: 90, workspace: { name: 'fresh' } });
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 91, workspace: { name: 'after the gap' } });
  dispatcher.close();
});

/** A room of as many people, ann the first of them, who have read nothing. */
function membersOf(roomId: string, count: number) {
  const { queryKey } = membersSnapshot.query(roomId);
  const members = Array.from({ length: count }, (_none, i) => ({
    userId: i === 0 ? 'ann' : `member${i}`,
    role: 'member' as const,
    joinedAt: 1,
    lastReadRev: 0,
  }));
  queryClient.setQueryData(queryKey, { rev: 7, members });
  return {
    marks: () => queryClient.getQueryData(queryKey)?.members.map(({ lastReadRev }) => lastReadRev),
    stale: () => queryClient.getQueryState(queryKey)?.isInvalidated,
  };
}

test('a hint shows how far others have read, also when they take it back', () => {
  const dispatcher = new EventDispatcher('me', features);
  const room = membersOf('garden', 3);
  dispatcher.receive([{ kind: 'reads', roomId: 'garden', marks: { ann: 9, member2: 8, gone: 4 } }]);
  expect(room.marks()).toEqual([9, 0, 8]);
  dispatcher.receive([{ kind: 'reads', roomId: 'garden', marks: { ann: 5 } }]);
  expect(room.marks()).toEqual([5, 0, 8]);
  dispatcher.close();
});

test('a mark that an earlier release stored for the whole room is still understood', () => {
  const dispatcher = new EventDispatcher('me', features);
  const room = membersOf('garden', 2);
  const mark = { kind: 'read.marked', rev: 8, at: 1, roomId: 'garden', userId: null, by: 'ann' } as const;
  dispatcher.receive([{ ...mark, lastReadRev: 6, unreadCount: 0, mentionCount: 0 }]);
  expect(room.marks()).toEqual([6, 0]);
  dispatcher.close();
});

test('who came back reads again how far others are, except in rooms too large to show it', () => {
  const dispatcher = new EventDispatcher('me', features);
  const [small, large] = [membersOf('garden', 100), membersOf('hall', 101)];
  const hello = { kind: 'hello', version: '1', rev: 7 } as const;
  dispatcher.receive([hello]);
  expect([small.stale(), large.stale()]).toEqual([false, false]);
  dispatcher.receive([hello]);
  expect([small.stale(), large.stale()]).toEqual([true, false]);
  dispatcher.close();
});

const before = { name: 'before', registration: 'open', lobbyRoomId: 'l' } as const;

test('the workspace goes on after it could not be read again', async () => {
  const dispatcher = new EventDispatcher('me', features);
  const queryFn = () => Promise.reject(new TypeError('cut'));
  queryClient.setQueryData(workspace, { rev: 7, workspace: before });
  await queryClient.fetchQuery({ queryKey: workspace, queryFn, staleTime: 0, retry: false }).catch(() => undefined);
  dispatcher.receive([renamed(8, 'after')]);
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 8, workspace: { name: 'after' } });
  dispatcher.close();
});

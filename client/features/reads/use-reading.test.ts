import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RoomSummary } from '#shared/rooms.ts';
import { roomsSnapshot } from '#client/features/rooms/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { renderHook } from '#client/testing/hook.tsx';
import { readMarks } from './read-marks.ts';
import { useReading } from './use-reading.ts';

const garden: RoomSummary = {
  id: 'garden',
  kind: 'public',
  name: 'garden',
  topic: '',
  createdBy: 'ann',
  createdAt: 1,
  archivedAt: null,
  lobby: false,
  memberCount: 2,
  directUserIds: [],
  role: 'member',
  joinedAt: 1,
  lastReadRev: 10,
  unreadCount: 0,
  mentionCount: 0,
  lastMessageRev: 20,
  lastMessageAt: 1,
};

/** The open room, and what its reading sends. */
async function opened(first: Partial<RoomSummary>) {
  const sent: [string, number][] = [];
  vi.spyOn(readMarks, 'set').mockImplementation((roomId, rev) => void sent.push([roomId, rev]));
  const cache = (change: Partial<RoomSummary>, rev = 30) => {
    const room = { ...garden, ...change };
    queryClient.setQueryData(roomsSnapshot.query().queryKey, { rev, rooms: [room] });
    return room;
  };
  const { result, rerender } = await renderHook(useReading, cache(first));
  return {
    sent,
    cache,
    show: (change: Partial<RoomSummary>, rev?: number) => rerender(cache(change, rev)),
    see: (rev: number) => result().onReadUpTo(rev),
  };
}

beforeEach(() => queryClient.clear());
afterEach(() => vi.restoreAllMocks());

describe('what is seen in the open room', () => {
  test('is marked up to the message that was seen while newer ones are below', async () => {
    const { see, sent } = await opened({ unreadCount: 5 });
    see(15);
    expect(sent).toEqual([['garden', 15]]);
  });

  test('is marked up to all that the page knows when it is the newest message', async () => {
    const { see, sent } = await opened({ unreadCount: 5 });
    see(20);
    expect(sent).toEqual([['garden', 30]]);
  });

  test('is marked for a mention that an edit added to a message read before', async () => {
    const { see, sent, show } = await opened({ lastReadRev: 20 });
    see(20);
    expect(sent).toEqual([]);
    await show({ lastReadRev: 20, mentionCount: 1 }, 31);
    expect(sent).toEqual([['garden', 31]]);
  });

  test('is marked when the room counts it only after it was on screen', async () => {
    const { see, sent, show } = await opened({ lastReadRev: 10, lastMessageRev: 10 });
    see(20);
    expect(sent).toEqual([]);
    await show({ unreadCount: 1, lastReadRev: 10, lastMessageRev: 20 }, 20);
    expect(sent).toEqual([['garden', 20]]);
  });

  test('may be marked again after a mark that never arrived', async () => {
    const { see, sent } = await opened({ unreadCount: 5 });
    see(20);
    see(20);
    expect(sent).toHaveLength(2);
  });

  test('stays unread where somebody marked it unread, also before the screen shows so', async () => {
    const { cache, see, sent, show } = await opened({ lastReadRev: 30 });
    cache({ lastReadRev: 14, unreadCount: 2 });
    see(20);
    await show({ lastReadRev: 14, unreadCount: 2 });
    see(20);
    expect(sent).toEqual([]);
  });

  test('counts as read again once it was read on another device', async () => {
    const { see, sent, show } = await opened({ lastReadRev: 30 });
    await show({ lastReadRev: 14, unreadCount: 2 });
    await show({ lastReadRev: 32 }, 32);
    await show({ lastReadRev: 32, unreadCount: 1, lastMessageRev: 40 }, 40);
    see(40);
    expect(sent).toEqual([['garden', 40]]);
  });

  test('gives up a mark on its way when it is marked unread', async () => {
    const drop = vi.spyOn(readMarks, 'drop');
    const { show } = await opened({ lastReadRev: 30 });
    await show({ lastReadRev: 14, unreadCount: 2 });
    expect(drop).toHaveBeenCalledWith('garden');
  });
});

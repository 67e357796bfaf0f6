import { describe, expect, test } from 'vitest';
import type { LogEvent, StreamEvent } from '#shared/events.ts';
import { readEvent } from '#server/platform/log/stored-events.ts';
import { encodeEvent } from './encoded-event.ts';
import { Hub } from './hub.ts';

const everything = (event: StreamEvent): event is StreamEvent => event.kind.length > 0;
const at = 1;

const inRoom = (rev: number, roomId: string): LogEvent => ({
  kind: 'reaction.added',
  rev,
  at,
  roomId,
  userId: null,
  messageId: 'm',
  emoji: '👍',
  by: 'x',
});
const toAll = (rev: number): LogEvent => {
  const workspace = { name: `w${rev}`, registration: 'open', lobbyRoomId: 'l' } as const;
  return { kind: 'workspace.updated', rev, at, roomId: null, userId: null, workspace };
};
const left = (rev: number, userId: string, leftRoomId: string): LogEvent => ({
  kind: 'room.left',
  rev,
  at,
  roomId: null,
  userId,
  leftRoomId,
});
const joined = (rev: number, userId: string, roomId: string): LogEvent => ({
  kind: 'room.joined',
  rev,
  at,
  roomId,
  userId,
  room: {
    id: roomId,
    kind: 'public',
    name: roomId,
    topic: '',
    createdBy: null,
    createdAt: at,
    archivedAt: null,
    lobby: false,
    memberCount: 1,
    directUserIds: [],
    role: 'member',
    joinedAt: at,
    lastReadRev: 0,
    unreadCount: 0,
    mentionCount: 0,
    lastMessageRev: 0,
    lastMessageAt: 0,
  },
});

function listener(userId: string) {
  const heard: StreamEvent[] = [];
  const ids: string[] = [];
  const deliver = ({ event, id }: { event: StreamEvent; id: string }) => {
    heard.push(event);
    ids.push(id);
  };
  const revs = () => heard.map((event) => ('rev' in event ? event.rev : event.kind));
  return { subscription: { userId, sink: { deliver }, accepts: everything }, heard, ids, revs };
}

describe('the hub', () => {
  test('tells a room’s events to its people, a person’s to that person, the rest to everybody', () => {
    const hub = new Hub(0);
    const [ann, bob] = [listener('ann'), listener('bob')];
    hub.attach(ann.subscription, { head: 0, roomIds: ['r'], opening: [] });
    hub.attach(bob.subscription, { head: 0, roomIds: ['s'], opening: [] });
    hub.publish([inRoom(1, 'r'), inRoom(2, 's'), toAll(3), joined(4, 'bob', 'r'), inRoom(5, 'r')]);
    expect(ann.revs()).toEqual([1, 3, 5]);
    expect(bob.revs()).toEqual([2, 3, 4, 5]);
    hub.publish([left(6, 'bob', 'r'), inRoom(7, 'r')]);
    expect(ann.revs()).toEqual([1, 3, 5, 7]);
    expect(bob.revs()).toEqual([2, 3, 4, 5, 6]);
  });

  test('bridges what was published between the reading of the log and the attaching, each event once', () => {
    const hub = new Hub(10);
    hub.publish([
      inRoom(11, 'r'),
      toAll(12),
      joined(13, 'ann', 's'),
      inRoom(14, 's'),
      left(15, 'ann', 'r'),
      inRoom(16, 'r'),
    ]);
    const ann = listener('ann');
    const opening = [encodeEvent(toAll(10), 10)];
    expect(hub.attach(ann.subscription, { head: 10, roomIds: ['r'], opening })).toBe(true);
    expect(ann.revs()).toEqual([10, 11, 12, 13, 14, 15]);
    hub.publish([inRoom(17, 's'), inRoom(18, 'r')]);
    expect(ann.revs()).toEqual([10, 11, 12, 13, 14, 15, 17]);
  });

  test('what a stream was given at its beginning does not come again, when it is published only then', () => {
    const hub = new Hub(10);
    const ann = listener('ann');
    const opening = [encodeEvent(inRoom(11, 'r'), 11), encodeEvent(inRoom(12, 'r'), 12)];
    expect(hub.attach(ann.subscription, { head: 12, roomIds: ['r'], opening })).toBe(true);
    hub.hint({ kind: 'signal', roomId: 'r', userId: 'bob', signal: 'typing', on: true }, 'r');
    hub.publish([inRoom(11, 'r'), inRoom(12, 'r'), inRoom(13, 'r')]);
    expect(ann.revs()).toEqual([11, 12, 'signal', 13]);
    // Nor is its place to resume set back by a hint.
    expect(ann.ids).toEqual(['11', '12', '12', '13']);
  });

  test('a stream that begins ahead of the publishing is in the rooms that it began with', () => {
    const hub = new Hub(10);
    const ann = listener('ann');
    // Entered r at 11, left s at 12.
    hub.attach(ann.subscription, { head: 12, roomIds: ['r'], opening: [] });
    hub.publish([joined(11, 'ann', 'r'), left(12, 'ann', 's'), inRoom(13, 's'), inRoom(14, 'r')]);
    expect(ann.revs()).toEqual([14]);
  });

  test('an event of a kind that nobody here knows goes to those its row names', () => {
    const hub = new Hub(0);
    const [ann, bob] = [listener('ann'), listener('bob')];
    hub.attach(ann.subscription, { head: 0, roomIds: ['r'], opening: [] });
    hub.attach(bob.subscription, { head: 0, roomIds: ['s'], opening: [] });
    const unknown = (rev: number, roomId: string | null, userId: string | null) =>
      readEvent({ rev, roomId, userId, kind: 'poll.closed', data: '{}', at }) ?? toAll(rev);
    hub.publish([unknown(1, 'r', null), unknown(2, null, 'bob'), unknown(3, null, null)]);
    expect([ann.revs(), bob.revs()]).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  test('refuses to attach to a reading that is too old to bridge, and leaves nothing behind', () => {
    const hub = new Hub(0);
    for (let rev = 1; rev <= 10_000; rev += 1) hub.publish([toAll(rev)]);
    const ann = listener('ann');
    expect(hub.attach(ann.subscription, { head: 5, roomIds: [], opening: [] })).toBe(false);
    hub.publish([toAll(10_001)]);
    expect(ann.heard).toEqual([]);
    expect(hub.attach(ann.subscription, { head: 10_000, roomIds: [], opening: [] })).toBe(true);
    expect(ann.revs()).toEqual([10_001]);
  });

  test('a hint carries the rev before it, so it never moves the place to resume', () => {
    const hub = new Hub(0);
    const ann = listener('ann');
    hub.attach(ann.subscription, { head: 0, roomIds: ['r'], opening: [] });
    hub.publish([inRoom(1, 'r')]);
    hub.hint({ kind: 'signal', roomId: 'r', userId: 'bob', signal: 'typing', on: true }, 'r');
    hub.hint({ kind: 'signal', roomId: 's', userId: 'bob', signal: 'typing', on: true }, 's');
    hub.publish([inRoom(2, 'r')]);
    expect(ann.ids).toEqual(['1', '1', '2']);
  });

  test('two subscriptions of a person are served alike, and one that ends takes nothing from the other', () => {
    const hub = new Hub(0);
    const [desk, phone] = [listener('ann'), listener('ann')];
    hub.attach(desk.subscription, { head: 0, roomIds: ['r'], opening: [] });
    hub.attach(phone.subscription, { head: 0, roomIds: ['r'], opening: [] });
    hub.publish([inRoom(1, 'r')]);
    hub.detach(desk.subscription);
    hub.detach(desk.subscription);
    hub.publish([inRoom(2, 'r')]);
    hub.detach(phone.subscription);
    hub.publish([inRoom(3, 'r')]);
    expect([desk.revs(), phone.revs()]).toEqual([[1], [1, 2]]);
  });

  test('a subscription hears only what it accepts', () => {
    const hub = new Hub(0);
    const ann = listener('ann');
    const accepts = (event: StreamEvent) => event.kind === 'workspace.updated';
    hub.attach({ ...ann.subscription, accepts }, { head: 0, roomIds: ['r'], opening: [] });
    hub.publish([inRoom(1, 'r'), toAll(2)]);
    expect(ann.revs()).toEqual([2]);
  });
});

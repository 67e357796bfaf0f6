import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { addExtras } from '#server/testing/people.ts';
import { mentionOf, roomOf, say, unique } from '#server/testing/rooms.ts';
import { type Person, useTestApp } from '#server/testing/test-app.ts';
import { events } from '#server/platform/log/tables.ts';

describe.each(engines)('unread and read on %s', (engine) => {
  const app = useTestApp(engine);
  const unread = async (person: Person, roomId: string) => (await person.api.rooms.get({ roomId })).unreadCount;

  test('what others say is unread, what one says oneself never', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    for (const text of ['1', '2', '3']) await say(ann, roomId, text);
    await say(bob, roomId, 'own');
    await ann.api.rooms.setTopic({ roomId, topic: 'a system message' });
    expect([await unread(bob, roomId), await unread(ann, roomId)]).toEqual([3, 1]);
  });

  test('who comes later has nothing unread from before', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann);
    await say(ann, roomId, 'long ago');
    await ann.api.rooms.invite({ roomId, userIds: [bob.id] });
    expect(await unread(bob, roomId)).toBe(0);
  });

  test('reading moves the mark on all devices, forward only, and never past the newest', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const [first, second] = [await say(ann, roomId, '1'), await say(ann, roomId, '2')];
    const phone = await (await app().device(bob.id, 'bob')).listen();
    expect(await bob.api.reads.mark({ roomId, rev: first.rev })).toEqual({ userId: bob.id, lastReadRev: first.rev });
    expect(await phone.waitFor('read.marked')).toMatchObject({
      by: bob.id,
      lastReadRev: first.rev,
      unreadCount: 1,
      mentionCount: 0,
    });
    const { lastReadRev } = await bob.api.reads.mark({ roomId, rev: Number.MAX_SAFE_INTEGER });
    expect(lastReadRev).toBeGreaterThanOrEqual(second.rev);
    expect(lastReadRev).toBeLessThan(second.rev + 5);
    expect((await bob.api.reads.mark({ roomId, rev: first.rev })).lastReadRev).toBe(lastReadRev);
    expect(await unread(bob, roomId)).toBe(0);
    phone.stop();
  });

  test('marking unread from a message brings it and all after it back, with their mentions', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const text = 'see @bob';
    await say(ann, roomId, 'before');
    const message = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    const { rev } = await say(ann, roomId, 'after');
    await bob.api.reads.mark({ roomId, rev });
    const recorder = await bob.listen();
    await bob.api.reads.markUnread({ messageId: message.id });
    expect(await bob.api.rooms.get({ roomId })).toMatchObject({
      unreadCount: 2,
      mentionCount: 1,
      lastReadRev: message.rev - 1,
    });
    expect(await recorder.waitFor('read.marked')).toMatchObject({ unreadCount: 2, mentionCount: 1 });
    recorder.stop();
  });

  test('a recalled message is no longer unread', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { id: messageId } = await say(ann, roomId, 'oops');
    await ann.api.messages.recall({ messageId });
    expect(await unread(bob, roomId)).toBe(0);
  });

  test('a message tells who has seen it, its author not among them', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const message = await say(ann, roomId, 'seen?');
    expect(await ann.api.reads.seenBy({ messageId: message.id })).toEqual([]);
    const recorder = await ann.listen();
    await bob.api.reads.mark({ roomId, rev: message.rev });
    expect(await recorder.waitFor('reads', (hint) => hint.roomId === roomId)).toMatchObject({
      marks: { [bob.id]: message.rev },
    });
    expect((await ann.api.reads.seenBy({ messageId: message.id })).map(({ userId }) => userId)).toEqual([bob.id]);
    const { members } = await cid.api.rooms.members({ roomId });
    expect(members.find(({ userId }) => userId === bob.id)?.lastReadRev).toBe(message.rev);
    recorder.stop();
  });

  test('somebody who joined after a message has not seen it', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann);
    const message = await say(ann, roomId, 'before bob');
    app().clock.advance(1_000);
    await ann.api.rooms.invite({ roomId, userIds: [bob.id] });
    expect(await ann.api.reads.seenBy({ messageId: message.id })).toEqual([]);
  });

  test('in a room of more than a hundred nobody learns what others have read', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const extras = await addExtras(app().services, 99);
    const roomId = await roomOf(ann, bob, ...extras.map((id) => ({ id })));
    const message = await say(ann, roomId, 'all of you');
    const [annEvents, bobEvents] = [await ann.listen(), await bob.listen()];
    await bob.api.reads.mark({ roomId, rev: message.rev });
    await bobEvents.waitFor('read.marked');
    await bob.api.users.updateProfile({ statusText: 'done' });
    await annEvents.waitFor('user.updated');
    expect([annEvents.of('read.marked'), annEvents.of('reads').filter((hint) => hint.roomId === roomId)]).toEqual([
      [],
      [],
    ]);
    expect(await ann.api.reads.seenBy({ messageId: message.id })).toEqual([]);
    const marks = async (person: Person) =>
      (await person.api.rooms.members({ roomId })).members.find(({ userId }) => userId === bob.id)?.lastReadRev;
    expect([await marks(ann), await marks(bob)]).toEqual([0, message.rev]);
    annEvents.stop();
    bobEvents.stop();
  });

  test('others see at once how far somebody has read, and that they take it back, but hear nothing that is kept', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const message = await say(ann, roomId, 'read me');
    const [annEvents, cidEvents] = [await ann.listen(), await cid.listen()];
    const reading = (rev: number) => annEvents.waitFor('reads', ({ marks }) => marks[bob.id] === rev);
    await bob.api.reads.mark({ roomId, rev: message.rev });
    await reading(message.rev);
    await bob.api.reads.markUnread({ messageId: message.id });
    await reading(message.rev - 1);
    await cid.api.users.updateProfile({ statusText: unique() });
    await Promise.all([annEvents.waitFor('user.updated'), cidEvents.waitFor('user.updated')]);
    expect([annEvents.of('read.marked'), cidEvents.of('read.marked'), cidEvents.of('reads')]).toEqual([[], [], []]);
    annEvents.stop();
    cidEvents.stop();
  });

  test('a mark that moves nothing is not written', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { rev } = await say(ann, roomId, 'once');
    await bob.api.reads.mark({ roomId, rev });
    const before = (await bob.api.rooms.list()).rev;
    await bob.api.reads.mark({ roomId, rev });
    await bob.api.reads.mark({ roomId, rev: rev - 1 });
    expect((await bob.api.rooms.list()).rev).toBe(before);
  });

  test('an archived room can still be read', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { rev } = await say(ann, roomId, 'the last word');
    await ann.api.rooms.archive({ roomId });
    expect(await unread(bob, roomId)).toBe(1);
    await bob.api.reads.mark({ roomId, rev });
    expect(await unread(bob, roomId)).toBe(0);
  });

  test('who leaves with something unread and comes back has nothing unread, also after a late mark', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const text = 'psst @bob';
    const { rev } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    await bob.api.rooms.leave({ roomId });
    expect(await answer(bob.api.reads.mark({ roomId, rev }))).toBe('room_unknown');
    await say(ann, roomId, 'while away');
    await ann.api.rooms.invite({ roomId, userIds: [bob.id] });
    await bob.api.reads.mark({ roomId, rev });
    expect(await bob.api.rooms.get({ roomId })).toMatchObject({ unreadCount: 0, mentionCount: 0 });
  });

  test('what was marked unread is read again by the next mark', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { id: messageId, rev } = await say(ann, roomId, 'later');
    await bob.api.reads.mark({ roomId, rev });
    await bob.api.reads.markUnread({ messageId });
    expect(await unread(bob, roomId)).toBe(1);
    await bob.api.reads.mark({ roomId, rev });
    expect(await unread(bob, roomId)).toBe(0);
  });

  test('a mark before the beginning of time is refused', async () => {
    const ann = await app().person('ann');
    const roomId = await roomOf(ann);
    expect(await answer(ann.api.reads.mark({ roomId, rev: -1 }))).toBe('invalid_input');
  });
});

describe('a room of fifty in which everybody reads every message', () => {
  const app = useTestApp('sqlite');

  test('a phone that slept hears the messages and nothing of what others read', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const readers: Person[] = [];
    for (let i = 0; i < 48; i += 1) readers.push(await app().person(`reader${i}`));
    const roomId = await roomOf(ann, bob, ...readers);
    const phone = await bob.listen();
    phone.stop();
    await phone.until(({ ended }) => ended);
    const { lastEventId } = phone;
    const sent: string[] = [];
    for (let i = 0; i < 21; i += 1) {
      const { id, rev } = await say(ann, roomId, `message ${i}`);
      sent.push(id);
      await Promise.all([bob, ...readers].map(({ api }) => api.reads.mark({ roomId, rev })));
    }
    const woken = await bob.listen(lastEventId === undefined ? {} : { lastEventId });
    await woken.until(({ events: heard }) =>
      heard.some((event) => event.kind === 'message.posted' && event.message.id === sent[20]),
    );
    await bob.api.users.updateProfile({ statusText: 'awake' });
    await woken.waitFor('user.updated');
    expect(woken.of('resync')).toEqual([]);
    expect(woken.of('message.posted').map(({ message }) => message.id)).toEqual(sent);
    expect(woken.of('read.marked').filter(({ by }) => by !== bob.id)).toEqual([]);
    const rows = await app().services.store.read((db) => {
      const e = db.of(events);
      return db.select({ userId: e.userId }).from(e).where(eq(e.kind, 'read.marked'));
    });
    // One row for each mark, to its reader alone.
    expect(rows).toHaveLength(49 * 21);
    expect(rows.filter(({ userId }) => userId === null)).toEqual([]);
    woken.stop();
  });
});

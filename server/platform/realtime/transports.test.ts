import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StreamEvent } from '#shared/events.ts';
import { messageIn, unique } from '#server/testing/rooms.ts';
import { pruneEvents } from '#server/platform/log/event-log.ts';
import { TestServer, transports, type Visitor } from '#server/testing/test-server.ts';

const dayMs = 86_400_000;
const revsOf = (heard: StreamEvent[]) => heard.flatMap((event) => ('at' in event ? [event.rev] : []));

const ways = [
  ...transports.map((transport) => ({ transport, WIRE: 'fast' })),
  { transport: 'websocket' as const, WIRE: 'plain' },
];

describe.each(ways)('the stream over $transport, $WIRE', ({ transport, WIRE }) => {
  let server: TestServer;
  let ann: Visitor;
  let bob: Visitor;
  beforeAll(async () => {
    server = await TestServer.open({ WIRE });
    [ann, bob] = [await server.visitor('ann'), await server.visitor('bob')];
  });
  afterAll(() => server.close());

  const room = async (...others: Visitor[]) =>
    (await ann.api.rooms.create.mutate({ kind: 'private', name: unique(), userIds: others.map(({ id }) => id) })).id;
  const say = async (who: Visitor, roomId: string, text: string) =>
    messageIn(await who.api.messages.send.mutate({ roomId, tempId: unique(), text }));
  const listen = (who: Visitor, lastEventId?: string) => server.listen(transport, who.token, { lastEventId });

  test('begins with the server’s version and the rev it starts after', async () => {
    const { rev } = await bob.api.rooms.list.query();
    const recorder = await listen(bob);
    expect(recorder.events[0]).toEqual({ kind: 'hello', version: 'v2', rev });
    expect(recorder.ids[0]).toBe(String(rev));
    recorder.stop();
  });

  test('brings what happens, in order, each with its rev as its id', async () => {
    const roomId = await room(bob);
    const recorder = await listen(bob);
    const sent = [];
    for (const text of ['one', 'two', 'three']) sent.push(await say(ann, roomId, text));
    await recorder.until(() => recorder.of('message.posted').length === 3);
    expect(recorder.of('message.posted').map(({ message }) => message)).toEqual(sent);
    const posted = recorder.events.flatMap((event, i) => (event.kind === 'message.posted' ? [recorder.ids[i]] : []));
    expect(posted).toEqual(sent.map(({ rev }) => String(rev)));
    recorder.stop();
  });

  test('goes on where it was dropped, over and over, while messages keep coming: none lost, none twice', async () => {
    const roomId = await room(bob);
    const { rev } = await bob.api.rooms.list.query();
    const sending = (async () => {
      for (let i = 0; i < 40; i += 1)
        await Promise.all(Array.from({ length: 5 }, (_, j) => say(ann, roomId, `${i}.${j}`)));
    })();
    const heard: StreamEvent[] = [];
    let lastEventId = String(rev);
    const texts = () => heard.flatMap((event) => (event.kind === 'message.posted' ? [event.message.text] : []));
    while (texts().length < 200) {
      const recorder = await listen(bob, lastEventId);
      await recorder.until(
        () => recorder.events.length > 12 || texts().length + recorder.of('message.posted').length >= 200,
      );
      recorder.stop();
      heard.push(...recorder.events);
      lastEventId = recorder.lastEventId ?? lastEventId;
    }
    await sending;
    const { messages } = await ann.api.messages.history.query({ roomId, limit: 100 });
    expect(texts().slice(100)).toEqual(messages.map(({ text }) => text));
    expect(new Set(texts()).size).toBe(200);
    const revs = revsOf(heard);
    expect(revs).toEqual(revs.toSorted((a, b) => a - b));
  });

  test('tells of a room from the moment its person joins to the moment they leave', async () => {
    const roomId = await room();
    const recorder = await listen(bob);
    await say(ann, roomId, 'before');
    await ann.api.rooms.invite.mutate({ roomId, userIds: [bob.id] });
    await say(ann, roomId, 'during');
    await bob.api.rooms.leave.mutate({ roomId });
    await say(ann, roomId, 'after');
    await ann.api.users.updateProfile.mutate({ statusText: unique() });
    await recorder.waitFor('user.updated');
    const told = recorder.events.filter((event) => !['hello', 'presence', 'user.updated'].includes(event.kind));
    expect(told.map((event) => event.kind)).toEqual([
      'room.joined',
      'member.joined',
      'message.posted',
      'message.posted',
      'member.left',
      'room.left',
    ]);
    expect(recorder.of('message.posted').at(-1)?.message.text).toBe('during');
    const again = await listen(bob, recorder.ids[0]);
    await again.waitFor('user.updated');
    expect(again.of('message.posted')).toEqual([]);
    expect(again.of('room.left')).toHaveLength(1);
    recorder.stop();
    again.stop();
  });

  test('carries who types and who is here, without moving the place to resume', async () => {
    const roomId = await room(bob);
    const recorder = await listen(bob);
    const { id } = await say(ann, roomId, 'last');
    await recorder.waitFor('message.posted', ({ message }) => message.id === id);
    const place = recorder.lastEventId;
    await ann.api.signals.set.mutate({ roomId, signal: 'typing', on: true });
    expect(await recorder.waitFor('signal')).toEqual({
      kind: 'signal',
      roomId,
      userId: ann.id,
      signal: 'typing',
      on: true,
    });
    const annEvents = await listen(ann);
    await recorder.waitFor('presence', ({ users }) => users[ann.id] === 'online');
    annEvents.stop();
    await recorder.waitFor('presence', ({ users }) => users[ann.id] === 'offline');
    await say(ann, roomId, 'ends typing');
    await recorder.waitFor('signal', ({ on }) => !on);
    expect(recorder.ids.slice(recorder.ids.indexOf(place ?? '')).filter((known) => known !== place)).toHaveLength(2);
    recorder.stop();
  });

  test('ends within a second when its session is revoked', async () => {
    const visitor = await server.visitor(unique());
    const recorder = await listen(visitor);
    await visitor.api.auth.logout.mutate();
    await recorder.until(() => recorder.ended, 1_000).catch(() => undefined);
    const before = recorder.events.length;
    await ann.api.users.updateProfile.mutate({ statusText: unique() });
    const witness = await listen(bob);
    await ann.api.users.updateProfile.mutate({ statusText: unique() });
    await witness.waitFor('user.updated');
    expect(recorder.events.length).toBe(before);
    await recorder.until(() => recorder.ended);
    expect(recorder.failure).toMatchObject({ data: { app: { code: 'not_signed_in' } } });
    recorder.stop();
    witness.stop();
  });

  test('nobody gets one without a session', async () => {
    const recorder = await server.listen(transport, 'no such token');
    expect(recorder.failure).toMatchObject({ data: { app: { code: 'not_signed_in' } } });
  });

  test('an id that is no place is refused, one from the future starts over', async () => {
    const wrong = await listen(bob, 'yesterday');
    expect(wrong.failure).toMatchObject({ data: { app: { code: 'cursor_unknown' } } });
    const { rev } = await bob.api.rooms.list.query();
    const recorder = await listen(bob, String(rev + 1_000));
    expect(await recorder.waitFor('resync')).toEqual({ kind: 'resync', rev });
    recorder.stop();
  });

  test('a thousand missed events are replayed; one more, or too many bytes, and it starts over', async () => {
    const roomId = await room(bob);
    const { rev } = await bob.api.rooms.list.query();
    for (let i = 0; i < 20; i += 1) await Promise.all(Array.from({ length: 50 }, () => say(ann, roomId, 'x')));
    const all = await listen(bob, String(rev));
    await all.until(() => all.of('message.posted').length === 1_000);
    const last = await say(ann, roomId, 'one more');
    const over = await listen(bob, String(rev));
    expect(await over.waitFor('resync')).toEqual({ kind: 'resync', rev: last.rev });
    await say(ann, roomId, 'live again');
    await over.waitFor('message.posted', ({ message }) => message.text === 'live again');
    expect(over.of('message.posted')).toHaveLength(1);
    for (let i = 0; i < 100; i += 1) await say(ann, roomId, '大'.repeat(8_000));
    const heavy = await listen(bob, String(last.rev));
    await heavy.waitFor('resync');
    for (const recorder of [all, over, heavy]) recorder.stop();
  });

  test('what the log no longer holds makes it start over', async () => {
    const { rev } = await bob.api.rooms.list.query();
    await ann.api.users.updateProfile.mutate({ statusText: unique() });
    server.clock.advance(31 * dayMs);
    await ann.api.users.updateProfile.mutate({ statusText: unique() });
    await pruneEvents(server.app.services.store, server.clock.now() - dayMs);
    const late = await listen(bob, String(rev));
    await late.waitFor('resync');
    const fine = await listen(bob, String(rev + 1));
    await fine.waitFor('user.updated');
    expect(fine.of('resync')).toEqual([]);
    late.stop();
    fine.stop();
  });
});

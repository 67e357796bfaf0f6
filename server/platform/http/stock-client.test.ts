import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageIn, unique } from '#server/testing/rooms.ts';
import { TestServer, transports, subscribeTo, type Visitor } from '#server/testing/test-server.ts';

let server: TestServer;
let ann: Visitor;
let bob: Visitor;
const room = async () => (await ann.api.rooms.create.mutate({ kind: 'private', name: unique(), userIds: [bob.id] })).id;
const say = async (roomId: string, text: string) =>
  messageIn(await ann.api.messages.send.mutate({ roomId, tempId: unique(), text }));

describe.each(['fast', 'plain'])('a stock client of a server whose WIRE is %s', (WIRE) => {
  beforeAll(async () => {
    server = await TestServer.open({ WIRE });
    [ann, bob] = [await server.visitor('ann'), await server.visitor('bob')];
  });
  afterAll(() => server.close());

  test('whose line is cut comes back by itself and misses nothing', async () => {
    const roomId = await room();
    const { api, drop, close } = server.socket(bob.token);
    const recorder = await subscribeTo(api.sync.stream, {});
    for (let i = 0; i < 8; i += 1) {
      for (let j = 0; j < 5; j += 1) await say(roomId, `${i}.${j}`);
      drop();
    }
    await recorder.until(() => recorder.of('message.posted').some(({ message }) => message.text === '7.4'));
    const texts = recorder
      .of('message.posted')
      .flatMap(({ message }) => (message.roomId === roomId ? [message.text] : []));
    expect(texts).toEqual(Array.from({ length: 40 }, (_, i) => `${Math.floor(i / 5)}.${i % 5}`));
    close();
  });

  test.each(transports)(
    'over %s comes back after the server was restarted, and hears what happened since',
    async (transport) => {
      const roomId = await room();
      const recorder = await server.listen(transport, bob.token);
      await say(roomId, 'before');
      await recorder.waitFor('message.posted', ({ message }) => message.text === 'before');
      await server.restart();
      await say(roomId, 'after');
      await recorder.waitFor('message.posted', ({ message }) => message.text === 'after');
      expect(recorder.of('message.posted').filter(({ message }) => message.text === 'before')).toHaveLength(1);
      recorder.stop();
    },
  );

  test('reads messages, typing, mentions and presence each by its own name', async () => {
    const [roomId, other] = [await room(), await room()];
    const { api, close } = server.socket(bob.token);
    const all = await subscribeTo(api.messages.subscribe, {});
    const one = await subscribeTo(api.messages.subscribe, { roomId });
    const typing = await subscribeTo(api.signals.subscribe, { roomId });
    const mentions = await subscribeTo(api.mentions.subscribe, {});
    const presence = await subscribeTo(api.presence.subscribe, {});
    await say(other, 'elsewhere');
    await ann.api.signals.set.mutate({ roomId: other, signal: 'typing', on: true });
    await ann.api.signals.set.mutate({ roomId, signal: 'typing', on: true });
    const mention = { kind: 'user' as const, userId: bob.id, start: 3, end: 7 };
    const draft = { roomId, tempId: unique(), text: 'hi @bob', mentions: [mention] };
    const { id } = messageIn(await ann.api.messages.send.mutate(draft));
    await server.listen('websocket', ann.token, { tabId: 'here' });
    await presence.waitFor('presence', ({ users }) => users[ann.id] === 'online');
    expect(await mentions.waitFor('message.posted')).toMatchObject({ message: { id } });
    await one.waitFor('message.posted', ({ message }) => message.id === id);
    await all.waitFor('message.posted', ({ message }) => message.id === id);
    expect(all.of('message.posted').map(({ message }) => message.text)).toEqual(['elsewhere', 'hi @bob']);
    expect(one.of('message.posted').map(({ message }) => message.text)).toEqual(['hi @bob']);
    expect(mentions.kinds()).toEqual(['hello', 'message.posted']);
    await typing.until(() => typing.of('signal').length === 2);
    expect(typing.of('signal').map((event) => [event.roomId, event.on])).toEqual([
      [roomId, true],
      [roomId, false],
    ]);
    close();
  });

  test('of an older build that no longer makes sense is told to reload, one of the same build what is wrong', async () => {
    const call = async (version: string) => {
      const { api, close } = server.socket(bob.token, { version });
      const told: unknown = await api.messages.get.query({ messageId: '' }).catch((reason: unknown) => reason);
      close();
      return told;
    };
    expect(await call('v1')).toMatchObject({ data: { app: { code: 'client_outdated' } } });
    expect(await call('v2')).toMatchObject({ data: { app: { code: 'invalid_input', field: 'messageId' } } });
  });
});

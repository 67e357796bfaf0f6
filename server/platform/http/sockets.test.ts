import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { callerOf } from '#server/features/sessions/access.ts';
import { appRouter } from '#server/features.ts';
import { Line } from '#server/testing/line.ts';
import { messageIn, unique } from '#server/testing/rooms.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';

let server: TestServer;
let ann: Visitor;
let bob: Visitor;
beforeAll(async () => {
  server = await TestServer.open();
  [ann, bob] = [await server.visitor('ann'), await server.visitor('bob')];
});
afterAll(() => server.close());

const room = async () => (await ann.api.rooms.create.mutate({ kind: 'private', name: unique(), userIds: [bob.id] })).id;
const say = async (roomId: string, text: string) =>
  messageIn(await ann.api.messages.send.mutate({ roomId, tempId: unique(), text }));
const errorOf = (frame: string | undefined): unknown => JSON.parse(frame ?? '{}').error?.data?.app;

/** The same router served by tRPC alone: its frames come from its own generator and encoder. */
async function plainServer() {
  const { services } = server.app;
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  applyWSSHandler({
    wss,
    router: appRouter,
    createContext: async ({ info }) => ({
      services,
      caller: await callerOf(services, info.connectionParams?.token ?? null),
      language: 'en' as const,
      clientVersion: null,
      address: '',
      device: '',
      cookies: null,
      writer: null,
    }),
  });
  await once(wss, 'listening');
  const address = wss.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    for (const ws of wss.clients) ws.terminate();
    wss.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

describe('frames', () => {
  test('from the hub are, byte for byte, those tRPC itself would send', async () => {
    const plain = await plainServer();
    const lines = [await Line.open(server.url, bob.token), await Line.open(plain.url, bob.token)];
    const { rev } = await bob.api.rooms.list.query();
    for (const line of lines) line.subscribe(7, 'sync.stream', { lastEventId: String(rev), tabId: 'both' });
    await Promise.all(lines.map((line) => line.until(() => line.of(7).length > 0)));
    const roomId = await room();
    const { id: messageId } = await say(roomId, 'quotes " and \\ and 你好 👍 \u2028');
    await ann.api.messages.edit.mutate({ messageId, text: 'x'.repeat(300) });
    await say(roomId, '长'.repeat(8_000));
    await ann.api.reactions.add.mutate({ messageId, emoji: '👍' });
    await ann.api.messages.recall.mutate({ messageId });
    await ann.api.signals.set.mutate({ roomId, signal: 'typing', on: true });
    await ann.api.signals.set.mutate({ roomId, signal: 'typing', on: false });
    await ann.api.users.updateProfile.mutate({ displayName: 'The last' });
    await Promise.all(lines.map((line) => line.until(() => line.frames.at(-1)?.includes('The last') ?? false)));
    const [ours, theirs] = lines.map((line) => line.of(7).filter((frame) => !frame.includes('"kind":"presence"')));
    expect(ours?.length).toBeGreaterThan(9);
    expect(ours?.filter((frame, i) => frame !== theirs?.[i])).toEqual([]);
    for (const line of lines) line.ws.terminate();
    plain.close();
  });

  test('that make no sense are answered, and the socket goes on', async () => {
    const line = await Line.open(server.url, bob.token);
    line.send('this is not JSON');
    await line.until(() => line.frames.length === 1);
    expect(errorOf(line.frames[0])).toEqual({ code: 'malformed' });
    line.send({ id: 3, method: 'query', params: { path: 'no.such', input: null } });
    await line.until(() => line.of(3).length === 1);
    expect(errorOf(line.of(3)[0])).toEqual({ code: 'unknown_procedure' });
    line.send({ id: 4, method: 'dance', params: {} });
    line.send({ id: 5, method: 'query', params: { path: 'auth.me' } });
    await line.until(() => line.of(5).length === 1);
    expect(line.of(5)[0]).toContain('"name":"bob"');
    line.ws.terminate();
  });

  test('that are too large close the socket', async () => {
    const line = await Line.open(server.url, bob.token);
    line.send({ id: 1, method: 'mutation', params: { path: 'messages.send', input: { text: 'x'.repeat(65_536) } } });
    await line.until(() => line.closed !== null);
    expect(line.closed).toBe(1009);
  });

  test('that hold too many calls are refused as a whole', async () => {
    const line = await Line.open(server.url, bob.token);
    line.send(Array.from({ length: 21 }, (_, id) => ({ id: id + 1, method: 'query', params: { path: 'auth.me' } })));
    line.send({ id: 99, method: 'query', params: { path: 'auth.me' } });
    await line.until(() => line.of(99).length === 1 || line.closed !== null);
    expect(line.frames.filter((frame) => frame.includes('"name":"bob"')).length).toBeLessThanOrEqual(1);
    line.ws.terminate();
  });
});

describe('a socket', () => {
  test('from the page of another site is not opened', async () => {
    const origin = 'https://evil.example';
    await expect(Line.open(server.url, bob.token, { origin })).rejects.toThrow('403');
    await expect(Line.open(server.url, bob.token, { origin: 'null' })).rejects.toThrow('403');
    const own = await Line.open(server.url, bob.token, { origin: `http://127.0.0.1:${server.port}` });
    own.ws.terminate();
  });

  test('anywhere but at its own address is not opened', async () => {
    await expect(Line.open(`http://127.0.0.1:${server.port}/elsewhere`, bob.token)).rejects.toThrow('404');
  });

  test('carries twenty streams and not one more, and room for another when one stops', async () => {
    const line = await Line.open(server.url, bob.token);
    for (let id = 1; id <= 21; id += 1) line.subscribe(id, 'presence.subscribe');
    await line.until(() => line.of(21).length > 0);
    expect(errorOf(line.of(21)[0])).toEqual({ code: 'limit_reached', limit: 20 });
    line.send({ id: 5, method: 'subscription.stop' });
    await line.until(() => line.of(5).some((frame) => frame.includes('"stopped"')));
    line.subscribe(22, 'sync.stream');
    await line.until(() => line.of(22).length > 0);
    expect(line.of(22)[0]).toContain('"kind":"hello"');
    await ann.api.users.updateProfile.mutate({ statusText: 'for all streams' });
    await line.until(() => line.of(22).some((frame) => frame.includes('for all streams')));
    line.ws.terminate();
  });

  test('closes within a second when its session is revoked, and comes back as nobody', async () => {
    const visitor = await server.visitor(unique());
    const line = await Line.open(server.url, visitor.token);
    line.subscribe(1, 'sync.stream');
    await line.until(() => line.of(1).length > 0);
    const start = Date.now();
    await visitor.api.auth.logout.mutate();
    await line.until(() => line.closed !== null);
    expect(line.closed).toBe(4401);
    // The sweep that would end it otherwise runs every ten seconds.
    expect(Date.now() - start).toBeLessThan(8_000);
    const again = await Line.open(server.url, visitor.token);
    again.subscribe(1, 'sync.stream');
    await again.until(() => again.of(1).length > 0);
    expect(errorOf(again.of(1)[0])).toEqual({ code: 'not_signed_in' });
    again.ws.terminate();
  });

  test('of one session there are fifty, and those that closed make room', async () => {
    const visitor = await server.visitor(unique());
    const open = () => Line.open(server.url, visitor.token);
    const me = async (line: Line) => {
      line.send({ id: 1, method: 'query', params: { path: 'auth.me' } });
      await line.until(() => line.frames.length > 0 || line.closed !== null);
      return line.of(1).length > 0 && !line.of(1)[0]?.includes('error');
    };
    const lines: Line[] = [];
    for (let i = 0; i < 50; i += 1) lines.push(await open());
    expect(await Promise.all(lines.map(me))).not.toContain(false);
    const oneTooMany = await open();
    expect(await me(oneTooMany)).toBe(false);
    await oneTooMany.until(() => oneTooMany.closed !== null);
    expect(oneTooMany.closed).toBe(4429);
    expect(errorOf(oneTooMany.frames[0])).toEqual({ code: 'limit_reached', limit: 50 });
    for (const line of lines) line.ws.close();
    await Promise.all(lines.map((line) => line.until(() => line.closed !== null)));
    expect(await me(await open())).toBe(true);
  });

  test('that is gone before it was signed in leaves nothing behind', async () => {
    const visitor = await server.visitor(unique());
    for (let i = 0; i < 60; i += 1) (await Line.open(server.url, visitor.token)).ws.terminate();
    const line = await Line.open(server.url, visitor.token);
    line.send({ id: 1, method: 'query', params: { path: 'auth.me' } });
    await line.until(() => line.frames.length > 0);
    expect(line.frames[0]).toContain(visitor.id);
    line.ws.terminate();
  });

  test('whose reader is asleep is cut off at a bounded buffer, its neighbour notices nothing, and it resumes later', async () => {
    const [asleep, awake] = [await Line.open(server.url, bob.token), await Line.open(server.url, bob.token)];
    const roomId = await room();
    for (const line of [asleep, awake]) line.subscribe(1, 'messages.subscribe', { roomId });
    await Promise.all([asleep, awake].map((line) => line.until(() => line.of(1).length > 0)));
    const before = await say(roomId, 'before');
    await asleep.until(() => asleep.of(1).length === 2);
    asleep.ws.pause();
    const text = '长'.repeat(8_000);
    const open = () => server.app.services.connections.count(bob.sessionId);
    let sent = 0;
    while (open() > 1 && sent < 2_000) {
      await Promise.all(Array.from({ length: 4 }, () => say(roomId, text)));
      sent += 4;
    }
    expect(open()).toBe(1);
    await awake.until(() => awake.of(1).length === sent + 2);
    asleep.ws.resume();
    await asleep.until(() => asleep.closed !== null);
    const heard = asleep.of(1).length - 2;
    expect(heard).toBeLessThan(sent);
    const back = await Line.open(server.url, bob.token);
    back.subscribe(1, 'messages.subscribe', { roomId, lastEventId: String(before.rev) });
    await back.until(() => back.of(1).some((frame) => frame.includes('"kind":"resync"')));
    for (const line of [awake, back]) line.ws.terminate();
  });
});

describe('a client that goes while it asks', () => {
  test.each(['at once', 'a moment later'])('for a stream, %s, leaves nobody online and nothing open', async (when) => {
    const visitor = await server.visitor(unique());
    const { connections, presence } = server.app.services;
    for (let i = 0; i < 60; i += 1) {
      const line = await Line.open(server.url, visitor.token);
      for (let id = 1; id <= 5; id += 1) line.subscribe(id, 'sync.stream', { tabId: `tab${i}` });
      if (when === 'a moment later') for (let turn = 0; turn < i % 12; turn += 1) await new Promise(setImmediate);
      line.ws.terminate();
    }
    await expect.poll(() => connections.count(visitor.sessionId)).toBe(0);
    await expect.poll(() => presence.isOnline(visitor.id)).toBe(false);
    // A stream that were left would count here when the person comes again and goes.
    const recorder = await server.listen('websocket', visitor.token);
    recorder.stop();
    await expect.poll(() => presence.isOnline(visitor.id)).toBe(false);
  });
});

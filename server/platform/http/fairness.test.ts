import { connect, Socket } from 'node:net';
import { once } from 'node:events';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '#shared/limits.ts';
import { Line } from '#server/testing/line.ts';
import { unique } from '#server/testing/rooms.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';

const logged: { level: number; msg: string }[] = [];
const note = (line: string) => {
  const entry: { level: number; msg: string } = JSON.parse(line);
  logged.push(entry);
};
const log = pino({ level: 'debug' }, { write: note });

let server: TestServer;
let ann: Visitor;
let bob: Visitor;
let roomId: string;
beforeAll(async () => {
  server = await TestServer.open({ READ_RATE: '100000' }, { log });
  [ann, bob] = [await server.visitor('ann'), await server.visitor('bob')];
  roomId = (await ann.api.rooms.create.mutate({ kind: 'private', name: unique(), userIds: [bob.id] })).id;
  for (let n = 0; n < 100; n += 1)
    await ann.api.messages.send.mutate({ roomId, tempId: unique(), text: `message ${n}` });
});
afterAll(() => server.close());

const history = (id: number) => ({
  id,
  method: 'query',
  params: { path: 'messages.history', input: { roomId, limit: 100, cursor: { at: 'end' } } },
});
const call = (id: number, path: string) => ({ id, method: 'query', params: { path } });

/** Opens a socket for bob, on which a call has been answered. */
async function bobsLine(): Promise<Line> {
  const line = await Line.open(server.url, bob.token);
  line.send(call(1, 'auth.me'));
  await line.until(() => line.of(1).length === 1);
  return line;
}

/** How many of the flood's answers have come when the next three calls of bob are answered. */
async function answersBefore(flood: Line, line: Line): Promise<number> {
  const before = flood.frames.length;
  for (const id of [2, 3, 4]) {
    line.send(history(id));
    await line.until(() => line.of(id).length === 1);
  }
  return flood.frames.length - before;
}

describe('while one person floods the server, another is served', () => {
  test('behind a thousand pages of history on one socket; all of those are answered too', async () => {
    const [flood, line] = [await Line.open(server.url, ann.token), await bobsLine()];
    for (let id = 1; id <= 1_000; id += 1) flood.send(history(id));
    await flood.until(() => flood.frames.length > 0);
    expect(await answersBefore(flood, line)).toBeLessThan(300);
    await flood.until(() => flood.frames.length === 1_000);
    expect(flood.frames.filter((frame) => frame.includes('"error"')).length).toBe(0);
    for (const each of [flood, line]) each.ws.terminate();
  });

  test('behind thousands of subscriptions on one socket, of which twenty are opened', async () => {
    const [flood, line] = [await Line.open(server.url, ann.token), await bobsLine()];
    for (let id = 1; id <= 3_000; id += 1) flood.subscribe(id, 'sync.stream');
    await flood.until(() => flood.frames.length > 0);
    expect(await answersBefore(flood, line)).toBeLessThan(1_000);
    await flood.until(() => flood.frames.filter((frame) => frame.includes('"error"')).length === 2_980);
    expect(flood.frames.filter((frame) => frame.includes('"hello"')).length).toBe(20);
    for (const each of [flood, line]) each.ws.terminate();
  });

  test('behind a thousand requests sent ahead on one connection; all of those are answered too', async () => {
    const line = await bobsLine();
    const input = encodeURIComponent(JSON.stringify({ roomId, limit: 100, cursor: { at: 'end' } }));
    const request = `GET /trpc/messages.history?input=${input} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${ann.token}\r\n\r\n`;
    const socket = connect(server.port, '127.0.0.1');
    let answers = 0;
    socket.on('data', (data) => (answers += data.toString().split('HTTP/1.1 200').length - 1));
    await once(socket, 'connect');
    socket.write(request.repeat(1_000));
    await expect.poll(() => answers).toBeGreaterThan(0);
    const before = answers;
    for (const id of [2, 3, 4]) {
      line.send(history(id));
      await line.until(() => line.of(id).length === 1);
    }
    expect(answers - before).toBeLessThan(300);
    await expect.poll(() => answers).toBe(1_000);
    socket.destroy();
    line.ws.terminate();
  });
});

describe('a socket that nobody has signed in on', () => {
  const closing = (line: Line) => line.until(() => line.closed !== null);

  test.each([
    ['refused calls', (id: number) => call(id, 'auth.me')],
    ['unknown procedures', (id: number) => call(id, `no.such${id}`)],
    ['streams', (id: number) => ({ id, method: 'subscription', params: { path: 'sync.stream', input: {} } })],
    ['nonsense', () => 'nonsense'],
  ])('is closed after twenty: %s', async (_what, frame) => {
    const line = await Line.open(server.url, '');
    for (let id = 1; id <= 2_000; id += 1) line.send(frame(id));
    await closing(line);
    expect(line.closed).toBe(4401);
    expect(line.frames.filter((text) => text.includes('"error"')).length).toBeLessThanOrEqual(
      20 + limits.callsUnderWay,
    );
  });

  test('is closed after a while, and one that somebody has signed in on is not', async () => {
    const short = await TestServer.open({}, { sockets: { anonymousSeconds: 0 } });
    const carl = await short.visitor('carl');
    const [nobody, signedIn] = [await Line.open(short.url, ''), await Line.open(short.url, carl.token)];
    await closing(nobody);
    expect(nobody.closed).toBe(4401);
    signedIn.send(call(1, 'auth.me'));
    await signedIn.until(() => signedIn.of(1).length === 1);
    expect(signedIn.of(1)[0]).toContain('"name":"carl"');
    await short.close();
  });

  test('is one of so many of its address; those that signed in or left make room', async () => {
    const tight = await TestServer.open({}, { sockets: { anonymousPerAddress: 3 } });
    const carl = await tight.visitor('carl');
    const open = () => Line.open(tight.url, '');
    const lines = [await open(), await open(), await open()];
    await expect(open()).rejects.toThrow('429');
    lines[0]?.ws.close();
    await expect.poll(() => lines[0]?.closed).not.toBeNull();
    for (let n = 0; n < 5; n += 1) {
      const signedIn = await Line.open(tight.url, carl.token);
      signedIn.send(call(1, 'auth.me'));
      await signedIn.until(() => signedIn.of(1).length === 1);
    }
    await open();
    await expect(open()).rejects.toThrow('429');
    await tight.close();
  });

  test('whose first frame does not say who calls, though it was announced, is closed', async () => {
    const line = await Line.open(server.url, null);
    line.send(call(1, 'auth.status'));
    await closing(line);
    expect(line.frames.length).toBe(1);
    expect(line.frames[0]).toContain('"malformed"');
  });
});

test('frames that are none are noted once, and not as errors of the server', async () => {
  logged.length = 0;
  const line = await Line.open(server.url, bob.token);
  // A reserved bit is set.
  const stream: unknown = Reflect.get(line.ws, '_socket');
  if (!(stream instanceof Socket)) throw new Error('ws keeps its stream elsewhere');
  stream.write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]));
  await line.until(() => line.closed !== null);
  expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
  expect(logged.map(({ msg }) => msg)).toEqual(['socket failed']);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Line } from '#server/testing/line.ts';
import { unique } from '#server/testing/rooms.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';

const subscribe = (id: number | string) => ({ id, method: 'subscription', params: { path: 'sync.stream', input: {} } });
const stop = (id: number | string) => ({ id, method: 'subscription.stop' });

describe('a stream that its socket holds', () => {
  let server: TestServer;
  let ann: Visitor;
  let roomId: string;
  beforeAll(async () => {
    server = await TestServer.open();
    ann = await server.visitor('ann');
    roomId = (await ann.api.rooms.create.mutate({ kind: 'private', name: unique() })).id;
  });
  afterAll(() => server.close());

  const say = (text: string) => ann.api.messages.send.mutate({ roomId, tempId: unique(), text });
  const heard = (line: Line, text: string) => line.until(({ frames }) => frames.some((frame) => frame.includes(text)));

  test('is stopped by its client, who is told so once and hears nothing more, while another goes on', async () => {
    const line = await Line.open(server.url, ann.token);
    line.send(subscribe('first'));
    line.send(subscribe(2));
    await line.until(({ frames }) => frames.filter((frame) => frame.includes('"hello"')).length === 2);
    expect(line.frames.some((frame) => frame.includes('"stopped"'))).toBe(false);
    line.send([stop('first')]);
    await heard(line, '"stopped"');
    await say('only for two');
    await heard(line, 'only for two');
    expect(line.frames.filter((frame) => frame.includes('only for two')).map((frame) => frame.slice(0, 8))).toEqual([
      '{"id":2,',
    ]);
    expect(line.frames.filter((frame) => frame.includes('"stopped"'))).toEqual([
      '{"id":"first","result":{"type":"stopped"}}',
    ]);
    line.ws.terminate();
  });

  test('keeps its id: another of that name is refused until it has stopped', async () => {
    const line = await Line.open(server.url, ann.token);
    line.send(subscribe(5));
    await heard(line, '"hello"');
    line.send(subscribe(5));
    await heard(line, '"error"');
    await say('still here');
    await heard(line, 'still here');
    line.send(stop(5));
    await heard(line, '"stopped"');
    line.send(subscribe(5));
    await line.until(({ frames }) => frames.filter((frame) => frame.includes('"hello"')).length === 2);
    expect(line.frames.filter((frame) => frame.includes('"error"')).length).toBe(1);
    line.ws.terminate();
  });

  test('goes with its socket, and its person with it', async () => {
    const bob = await server.visitor('bob');
    const line = await Line.open(server.url, bob.token);
    line.send(subscribe(1));
    await heard(line, '"hello"');
    expect(server.app.services.presence.isOnline(bob.id)).toBe(true);
    const recorder = await server.listen('websocket', ann.token);
    line.ws.terminate();
    await recorder.waitFor('presence', ({ users }) => users[bob.id] === 'offline');
    recorder.stop();
  });
});

import { describe, expect, test } from 'vitest';
import { limits } from '#shared/limits.ts';
import { CallGate, type Frame, type GatedSocket } from './call-gate.ts';
import { InboundFrameQueue } from './inbound-frame-queue.ts';

const turns = async (count = 20) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};
const query = (id: unknown) => ({ id, method: 'query', params: { path: 'auth.me' } });
const answer = (id: unknown) => `{"id":${JSON.stringify(id)},"result":{"type":"data","data":1}}`;

/** A socket whose frames are decoded as tRPC does, and answered when the test says so. */
class FakeSocket implements GatedSocket {
  readonly dispatched: unknown[] = [];
  isPaused = false;
  unread = 0;
  drained: (() => void) | null = null;
  readonly gate: CallGate;

  constructor(announcesParameters = false) {
    this.gate = new CallGate(this, new InboundFrameQueue(), announcesParameters);
    if (!announcesParameters) this.gate.open();
  }

  send(message: unknown): void {
    this.gate.push({ data: Buffer.from(JSON.stringify(message)), isBinary: false });
  }

  dispatch({ data }: Frame): void {
    const message: unknown = JSON.parse(data.toString());
    this.dispatched.push(message);
    try {
      this.gate.decoded(message);
    } catch {
      this.gate.answered('{"id":null,"error":{}}');
    }
  }

  pause = () => void (this.isPaused = true);
  resume = () => void (this.isPaused = false);
  unreadBytes = () => this.unread;
  onceDrained = (drained: () => void) => void (this.drained = drained);
}

describe('the calls of one socket', () => {
  test('are under way up to the cap; the others wait, unread in the end, and none is lost', async () => {
    const socket = new FakeSocket();
    for (let id = 1; id <= 1_000; id += 1) socket.send(query(id));
    await turns();
    expect(socket.dispatched.length).toBe(limits.callsUnderWay);
    expect(socket.isPaused).toBe(true);
    for (let id = 1; id <= 1_000; id += 1) {
      socket.gate.answered(answer(id));
      await turns(3);
      expect(socket.gate.callsUnderWay).toBeLessThanOrEqual(limits.callsUnderWay);
    }
    expect(socket.dispatched).toEqual(Array.from({ length: 1_000 }, (_, n) => query(n + 1)));
    expect([socket.gate.callsUnderWay, socket.isPaused]).toEqual([0, false]);
  });

  test('in lists count one by one', async () => {
    const socket = new FakeSocket();
    for (let n = 0; n < 10; n += 1) socket.send(Array.from({ length: 20 }, (_, i) => query(n * 20 + i)));
    await turns();
    expect(socket.gate.callsUnderWay).toBe(20);
    for (let id = 0; id < 20; id += 1) socket.gate.answered(answer(id));
    await turns();
    expect(socket.dispatched.length).toBe(2);
  });

  test('cannot hide behind an id that is in use, nor behind frames that are refused', async () => {
    const socket = new FakeSocket();
    for (let n = 0; n < 100; n += 1) socket.send(query('same'));
    for (let n = 0; n < 100; n += 1) socket.send([query(`other ${n}`), query(null)]);
    await turns();
    expect(socket.dispatched.length).toBe(200);
    expect(socket.gate.callsUnderWay).toBe(1);
    socket.gate.answered(answer('same'));
    expect(socket.gate.callsUnderWay).toBe(0);
  });

  test('a subscription is under way until it is live', async () => {
    const socket = new FakeSocket();
    socket.send({ id: 7, method: 'subscription', params: { path: 'sync.stream' } });
    await turns();
    socket.gate.answered('{"id":7,"result":{"type":"started"}}');
    expect(socket.gate.callsUnderWay).toBe(1);
    socket.gate.settled(7);
    expect(socket.gate.callsUnderWay).toBe(0);
  });

  test('wait while their client does not read the answers', async () => {
    const socket = new FakeSocket();
    socket.unread = 10 * 1024 * 1024;
    socket.send(query(1));
    await turns();
    expect(socket.dispatched.length).toBe(0);
    expect(socket.gate.blockedSince).not.toBeNull();
    socket.unread = 0;
    socket.drained?.();
    await turns();
    expect(socket.dispatched.length).toBe(1);
    expect(socket.gate.blockedSince).toBeNull();
  });
});

describe('before it is known who calls', () => {
  test('the parameters are taken, and what comes behind them waits, unread in the end', async () => {
    const socket = new FakeSocket(true);
    socket.send({ method: 'connectionParams', data: {} });
    for (let id = 1; id <= 100; id += 1) socket.send(query(id));
    await turns();
    expect(socket.dispatched.length).toBe(1);
    expect(socket.isPaused).toBe(true);
    socket.gate.open();
    await turns();
    expect(socket.dispatched.length).toBe(1 + limits.callsUnderWay);
  });

  test('a few large frames stop the reading as many small ones do', () => {
    const socket = new FakeSocket(true);
    for (let n = 0; n < 4; n += 1) socket.send({ ...query(n), filler: 'x'.repeat(60_000) });
    expect(socket.isPaused).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { StreamEvent } from '#shared/events.ts';
import { LocalBus } from '#server/platform/bus.ts';
import { type Connections, type Ending, MemoryConnections } from './connections.ts';
import { encodeEvent } from './encoded-event.ts';
import { QueueEventWriter } from './queue-event-writer.ts';

const event = (text: string): StreamEvent => ({ kind: 'hello', version: text, rev: 1 });

describe('the plain path', () => {
  test('gives events one by one, in order, also those that come while it waits', async () => {
    const queue = new QueueEventWriter();
    const reading = queue.read();
    queue.deliver(encodeEvent(event('a'), 1));
    queue.deliver(encodeEvent(event('b'), 2));
    expect((await reading.next()).value).toMatchObject({ id: '1' });
    expect((await reading.next()).value).toMatchObject({ id: '2' });
    const third = reading.next();
    queue.deliver(encodeEvent(event('c'), 3));
    expect((await third).value).toMatchObject({ id: '3' });
    queue.end('read');
    expect(await reading.next()).toEqual({ value: undefined, done: true });
  });

  test('cuts off a reader who lets a megabyte pile up, by an error after which clients come back', async () => {
    const queue = new QueueEventWriter();
    const reading = queue.read();
    for (let i = 0; i < 200; i += 1) queue.deliver(encodeEvent(event('x'.repeat(8_000)), i));
    await expect(reading.next()).rejects.toEqual(new AppError('unavailable'));
  });

  test('never cuts off a reader who keeps up, however much there is', async () => {
    const queue = new QueueEventWriter();
    const reading = queue.read();
    for (let i = 0; i < 500; i += 1) {
      queue.deliver(encodeEvent(event('x'.repeat(8_000)), i));
      expect((await reading.next()).value).toMatchObject({ id: String(i) });
    }
  });
});

describe('the connections of a session', () => {
  function open(connections: Connections, sessionId: string) {
    const ended: Ending[] = [];
    return { ended, gone: connections.add(sessionId, (why) => ended.push(why)) };
  }

  test('end with it, and those of others stay', () => {
    const connections = new MemoryConnections(new LocalBus());
    const [first, second, other] = [open(connections, 's'), open(connections, 's'), open(connections, 't')];
    connections.end('s');
    expect([first.ended, second.ended, other.ended]).toEqual([['not_signed_in'], ['not_signed_in'], []]);
    expect([connections.count('s'), connections.count('t')]).toEqual([0, 1]);
  });

  test('cannot be opened once it has ended, even where it was looked up before', () => {
    const connections = new MemoryConnections(new LocalBus());
    connections.end('s');
    expect(() => open(connections, 's')).toThrow(new AppError('not_signed_in'));
  });

  test('are fifty at most, and one that closed makes room', () => {
    const connections = new MemoryConnections(new LocalBus());
    const all = Array.from({ length: 50 }, () => open(connections, 's'));
    expect(() => open(connections, 's')).toThrow(new AppError('limit_reached', { limit: 50 }));
    all[7]?.gone();
    expect(() => open(connections, 's')).not.toThrow();
  });

  test('are all told to come back when the server stops', () => {
    const connections = new MemoryConnections(new LocalBus());
    const [one, two] = [open(connections, 's'), open(connections, 't')];
    connections.endAll();
    expect([one.ended, two.ended]).toEqual([['unavailable'], ['unavailable']]);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventOf } from '#shared/events.ts';
import { LocalBus } from './bus.ts';
import { MemoryConnections } from './realtime/connections.ts';
import { Ephemeral } from './realtime/ephemeral.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('two processes that share a bus', () => {
  test('close what a session has open, wherever it is ended', () => {
    const bus = new LocalBus();
    const [first, second] = [new MemoryConnections(bus), new MemoryConnections(bus)];
    const ended: string[] = [];
    first.add('s', () => ended.push('at the first'));
    second.add('s', () => ended.push('at the second'));
    second.add('t', () => ended.push('of another session'));
    first.end('s');
    expect(ended.sort()).toEqual(['at the first', 'at the second']);
    expect(() => second.add('s', () => undefined)).toThrow('not_signed_in');
  });

  test('end a signal once, also where the message that ends it came to the other', () => {
    const bus = new LocalBus();
    const [first, second] = [new Ephemeral(bus), new Ephemeral(bus)];
    const hints: EventOf<'signal'>[] = [];
    bus.onHint((hint) => hint.kind === 'signal' && hints.push(hint));
    first.set('r', 'ann', 'typing', 5_000);
    second.clear('r', 'ann');
    first.clear('r', 'ann');
    expect(hints.map(({ on }) => on)).toEqual([true, false]);
    first.set('r', 'ann', 'typing', 5_000);
    vi.advanceTimersByTime(60_000);
    expect(hints.map(({ on }) => on)).toEqual([true, false, true, false]);
    first.close();
    second.close();
  });

  test('hear the newest rev of each other until they stop listening', () => {
    const bus = new LocalBus();
    const heads: number[] = [];
    const stop = bus.onHead((head) => heads.push(head));
    bus.announce(7);
    stop();
    bus.announce(8);
    expect(heads).toEqual([7]);
  });
});

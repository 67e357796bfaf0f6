import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StreamEvent } from '#shared/events.ts';
import { signalMs } from '#shared/signals.ts';
import { LocalBus } from '#server/platform/bus.ts';
import { Ephemeral } from './ephemeral.ts';
import { Hub } from './hub.ts';
import { MemoryPresence } from './presence.ts';
import { ReadReceipts } from './read-receipts.ts';

const everything = (event: StreamEvent): event is StreamEvent => event.kind.length > 0;

/** A hub with one listener who is in the room `r`, and what it received. */
function listening() {
  const hub = new Hub(0);
  const heard: StreamEvent[] = [];
  const sink = { deliver: ({ event }: { event: StreamEvent }) => void heard.push(event) };
  hub.attach({ userId: 'watcher', sink, accepts: everything }, { head: 0, roomIds: ['r'], opening: [] });
  const bus = new LocalBus();
  bus.onHint((hint, roomId) => hub.hint(hint, roomId));
  return { bus, heard };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('typing', () => {
  test('ends by itself five seconds after it was last said', () => {
    const { bus, heard } = listening();
    const ephemeral = new Ephemeral(bus);
    ephemeral.set('r', 'bob', 'typing', signalMs.typing);
    vi.advanceTimersByTime(4_000);
    ephemeral.set('r', 'bob', 'typing', signalMs.typing);
    vi.advanceTimersByTime(4_999);
    expect(heard.map((event) => 'on' in event && event.on)).toEqual([true, true]);
    vi.advanceTimersByTime(1);
    expect(heard.at(-1)).toEqual({ kind: 'signal', roomId: 'r', userId: 'bob', signal: 'typing', on: false });
    vi.advanceTimersByTime(60_000);
    expect(heard).toHaveLength(3);
  });

  test('ends at once when it is said, and nothing is told of those who did not type', () => {
    const { bus, heard } = listening();
    const ephemeral = new Ephemeral(bus);
    ephemeral.clear('r', 'bob', 'typing');
    ephemeral.set('r', 'bob', 'typing', signalMs.typing);
    ephemeral.clear('r', 'bob', 'typing');
    ephemeral.clear('r', 'bob', 'typing');
    expect(heard.map((event) => 'on' in event && event.on)).toEqual([true, false]);
  });

  test('is told in its room only', () => {
    const { bus, heard } = listening();
    new Ephemeral(bus).set('elsewhere', 'bob', 'typing', 5_000);
    expect(heard).toEqual([]);
  });
});

describe('presence', () => {
  function people() {
    const { bus, heard } = listening();
    const gone: string[] = [];
    const presence = new MemoryPresence(bus, {
      now: () => Date.now(),
      graceMs: 3_000,
      batchMs: 150,
      onOffline: (userId) => gone.push(userId),
    });
    const told = () => heard.map((event) => (event.kind === 'presence' ? event.users : null));
    return { presence, told, gone };
  }

  test('somebody who opens a tab is online, and gone some seconds after the last one closed', () => {
    const { presence, told, gone } = people();
    const close = presence.open('ann', 'tab');
    vi.advanceTimersByTime(150);
    expect(told()).toEqual([{ ann: 'online' }]);
    close();
    vi.advanceTimersByTime(2_999);
    expect(presence.statusOf('ann')).toBe('online');
    vi.advanceTimersByTime(200);
    expect(told().at(-1)).toEqual({ ann: 'offline' });
    expect(gone).toEqual(['ann']);
    expect(presence.all()).toEqual({});
  });

  test('a reload is no absence', () => {
    const { presence, told, gone } = people();
    presence.open('ann', 'tab')();
    vi.advanceTimersByTime(1_000);
    presence.open('ann', 'tab');
    vi.advanceTimersByTime(60_000);
    expect([told(), gone]).toEqual([[{ ann: 'online' }], []]);
  });

  test('a tab that comes back before its old connection is known to be lost stays', () => {
    const { presence } = people();
    const lost = presence.open('ann', 'tab');
    presence.open('ann', 'tab');
    lost();
    vi.advanceTimersByTime(60_000);
    expect(presence.statusOf('ann')).toBe('online');
  });

  test('tabs and devices count as one person, who is away when nobody sits at any', () => {
    const { presence, told } = people();
    const closeDesk = presence.open('ann', 'desk');
    presence.open('ann', 'phone');
    presence.report('ann', 'desk', false);
    expect(presence.statusOf('ann')).toBe('online');
    presence.report('ann', 'phone', false);
    expect(presence.statusOf('ann')).toBe('away');
    presence.report('ann', 'desk', true);
    expect(presence.statusOf('ann')).toBe('online');
    closeDesk();
    expect(presence.all()).toEqual({ ann: 'away' });
    vi.advanceTimersByTime(150);
    expect(told()).toEqual([{ ann: 'away' }]);
  });

  test('what happens at the same moment is told together, and what comes to nothing not at all', () => {
    const { presence, told } = people();
    presence.open('ann', 'tab');
    presence.open('bob', 'tab');
    presence.open('cid', 'tab');
    vi.advanceTimersByTime(150);
    presence.report('ann', 'tab', false);
    presence.report('ann', 'tab', true);
    presence.report('nobody', 'tab', true);
    presence.report('ann', 'no such tab', false);
    vi.advanceTimersByTime(1_000);
    expect(told()).toEqual([{ ann: 'online', bob: 'online', cid: 'online' }]);
  });

  test('nothing happens after the server has stopped', () => {
    const { presence, told, gone } = people();
    const close = presence.open('ann', 'tab');
    presence.close();
    close();
    vi.advanceTimersByTime(60_000);
    expect([told(), gone]).toEqual([[], []]);
  });
});

describe('read receipts', () => {
  const mark = (userId: string, lastReadRev: number) => ({ userId, lastReadRev });

  test('what many read within a second comes as one hint, with the last mark of each', () => {
    const { bus, heard } = listening();
    const receipts = new ReadReceipts(bus);
    for (let rev = 1; rev <= 21; rev += 1) for (const reader of ['bob', 'cid']) receipts.add('r', mark(reader, rev));
    receipts.add('r', mark('cid', 3));
    receipts.add('elsewhere', mark('dan', 1));
    vi.advanceTimersByTime(999);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([{ kind: 'reads', roomId: 'r', marks: { bob: 21, cid: 3 } }]);
  });

  test('a burst in many rooms is sent early instead of growing without end', () => {
    const { bus, heard } = listening();
    const receipts = new ReadReceipts(bus);
    receipts.add('r', mark('bob', 7));
    for (let i = 1; i < 10_000; i += 1) receipts.add(`room ${i}`, mark('bob', 7));
    expect(heard).toEqual([{ kind: 'reads', roomId: 'r', marks: { bob: 7 } }]);
    vi.advanceTimersByTime(60_000);
    expect(heard).toHaveLength(1);
  });

  test('nothing is sent after the server has stopped', () => {
    const { bus, heard } = listening();
    const receipts = new ReadReceipts(bus);
    receipts.add('r', mark('bob', 7));
    receipts.close();
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
  });
});

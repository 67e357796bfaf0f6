import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WriteScheduler } from './write-scheduler.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function writer(writes: WriteScheduler) {
  const written: number[] = [];
  let pending = 0;
  const own = {
    written,
    flush: () => {
      written.push(pending);
      pending = 0;
    },
    enqueue: () => {
      if (pending === 0) writes.markDirty(own);
      pending += 1;
    },
  };
  return own;
}

test('the first event after quiet leaves at once, a burst behind it is joined into one write', () => {
  const writes = new WriteScheduler();
  const socket = writer(writes);
  socket.enqueue();
  writes.scheduleFlush();
  expect(socket.written).toEqual([1]);
  for (let i = 0; i < 10; i += 1) {
    socket.enqueue();
    writes.scheduleFlush();
  }
  expect(socket.written).toEqual([1]);
  vi.advanceTimersByTime(6);
  expect(socket.written).toEqual([1, 10]);
  vi.advanceTimersByTime(50);
  socket.enqueue();
  writes.scheduleFlush();
  expect(socket.written).toEqual([1, 10, 1]);
});

test('each socket is written once for all it is owed, and not at all when it is owed nothing', () => {
  const writes = new WriteScheduler();
  const [one, two, idle] = [writer(writes), writer(writes), writer(writes)];
  one.enqueue();
  one.enqueue();
  two.enqueue();
  writes.scheduleFlush();
  writes.scheduleFlush();
  vi.advanceTimersByTime(50);
  expect([one.written, two.written, idle.written]).toEqual([[2], [1], []]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Flusher } from './flusher.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function writer(flusher: Flusher) {
  const written: number[] = [];
  let owed = 0;
  const own = {
    written,
    flush: () => {
      written.push(owed);
      owed = 0;
    },
    owe: () => {
      if (owed === 0) flusher.touch(own);
      owed += 1;
    },
  };
  return own;
}

test('the first event after quiet leaves at once, a burst behind it is joined into one write', () => {
  const flusher = new Flusher();
  const socket = writer(flusher);
  socket.owe();
  flusher.settle();
  expect(socket.written).toEqual([1]);
  for (let i = 0; i < 10; i += 1) {
    socket.owe();
    flusher.settle();
  }
  expect(socket.written).toEqual([1]);
  vi.advanceTimersByTime(6);
  expect(socket.written).toEqual([1, 10]);
  vi.advanceTimersByTime(50);
  socket.owe();
  flusher.settle();
  expect(socket.written).toEqual([1, 10, 1]);
});

test('each socket is written once for all it is owed, and not at all when it is owed nothing', () => {
  const flusher = new Flusher();
  const [one, two, idle] = [writer(flusher), writer(flusher), writer(flusher)];
  one.owe();
  one.owe();
  two.owe();
  flusher.settle();
  flusher.settle();
  vi.advanceTimersByTime(50);
  expect([one.written, two.written, idle.written]).toEqual([[2], [1], []]);
});

import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppErrorData } from '#shared/errors.ts';
import { LatestCall } from './latest-call.ts';

const refusal = (app: AppErrorData) =>
  new TRPCClientError(app.code, { result: { error: { message: app.code, code: -32_000, data: { app } } } });
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
const acknowledged = () => Promise.resolve();
const never = () => new Promise<void>(() => undefined);

/** Calls a server that gives one answer after another, the last one again and again. */
function callsTo(...answers: (() => Promise<void>)[]) {
  const reached: string[] = [];
  const times: number[] = [];
  const calls = new LatestCall<number>({
    call: (key, value) => {
      reached.push(`${key}: ${value}`);
      times.push(Date.now());
      return (answers[reached.length - 1] ?? answers.at(-1) ?? acknowledged)();
    },
    delayMs: 250,
    gapMs: 1_000,
    merge: Math.max,
  });
  return { calls, reached, times };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a call that must arrive', () => {
  test('which failed is repeated, with pauses that grow, until it is acknowledged', async () => {
    const { calls, reached } = callsTo(unreachable, unreachable, unreachable, acknowledged);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(250);
    expect(reached).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reached).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(reached).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(reached).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reached).toEqual(['general: 7', 'general: 7', 'general: 7', 'general: 7']);
  });

  test('never waits longer than half a minute for the next try, and not everybody equally long', async () => {
    const { calls, times } = callsTo(unreachable);
    const pauses = () => times.map((time, i) => time - (times[i - 1] ?? time)).slice(-3);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(pauses()).toEqual([30_000, 30_000, 30_000]);
    vi.mocked(Math.random).mockReturnValue(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(pauses()).toEqual([15_000, 15_000, 15_000]);
  });

  test('is tried at once when the connection or the person comes back', async () => {
    const { calls, reached } = callsTo(unreachable, unreachable, unreachable, acknowledged);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(reached).toHaveLength(3);
    calls.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(reached).toHaveLength(4);
    calls.wake();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reached).toHaveLength(4);
  });

  test('keeps the furthest value, whatever came while it failed', async () => {
    const { calls, reached } = callsTo(unreachable, acknowledged);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(300);
    calls.set('general', 9);
    calls.set('general', 8);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reached).toEqual(['general: 7', 'general: 9']);
  });

  test('has one request of a key under way, and the next not before a second', async () => {
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 5_000));
    const { calls, reached } = callsTo(slow, acknowledged);
    for (let rev = 1; rev <= 40; rev += 1) {
      calls.set('general', rev);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(reached).toEqual(['general: 3']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reached).toEqual(['general: 3']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reached).toEqual(['general: 3', 'general: 40']);
  });

  test('does not hold up another key', async () => {
    const { calls, reached } = callsTo(never);
    calls.set('general', 7);
    calls.set('garden', 8);
    await vi.advanceTimersByTimeAsync(250);
    expect(reached).toEqual(['general: 7', 'garden: 8']);
  });

  test('which the server refuses is not repeated; a newer one is made', async () => {
    const { calls, reached } = callsTo(() => Promise.reject(refusal({ code: 'room_unknown' })), acknowledged);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(600_000);
    calls.set('general', 8);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reached).toEqual(['general: 7', 'general: 8']);
  });

  test('waits as long as the server asks for', async () => {
    const busy = () => Promise.reject(refusal({ code: 'too_many_requests', retryAfterMs: 20_000 }));
    const { calls, reached } = callsTo(busy, acknowledged);
    calls.set('general', 7);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reached).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(250);
    expect(reached).toHaveLength(2);
  });

  test('is given up when it is dropped, also while it fails', async () => {
    let fail = (_reason: Error): void => undefined;
    const { calls, reached } = callsTo(() => new Promise<void>((_resolve, reject) => (fail = reject)));
    calls.set('general', 7);
    calls.set('garden', 8);
    await vi.advanceTimersByTimeAsync(100);
    calls.drop('garden');
    await vi.advanceTimersByTimeAsync(200);
    calls.drop();
    fail(new TypeError('Failed to fetch'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reached).toEqual(['general: 7']);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StreamEvent } from '#shared/events.ts';
import { refusal } from '#client/testing/messages.ts';
import { Realtime, type Transport, type Transports } from './realtime.ts';

type Handlers = Parameters<Transport['streams']['sync']['stream']['subscribe']>[1];
interface Attempt {
  kind: keyof Transports;
  lastEventId: string | null;
  handlers: Handlers;
}

/** The streams a page tried to open, newest last, and what it was given. */
function opening(lastRev = 7) {
  const attempts: Attempt[] = [];
  const events: StreamEvent[] = [];
  const over = (kind: keyof Transports): Transport => ({
    streams: {
      sync: {
        stream: {
          subscribe: ({ lastEventId }, handlers) => {
            attempts.push({ kind, lastEventId, handlers });
            return { unsubscribe: () => undefined };
          },
        },
      },
    },
    close: () => undefined,
  });
  const realtime = new Realtime({
    lastRev,
    onEvents: (more) => events.push(...more),
    onSignedOut: () => undefined,
    transports: { websocket: () => over('websocket'), events: async () => over('events') },
  });
  const last = (): Attempt => {
    const attempt = attempts.at(-1);
    if (!attempt) throw new Error('nothing was opened');
    return attempt;
  };
  return { realtime, attempts, events, last };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a page whose place the server refuses starts over, once, with a fresh look at everything', async () => {
  const { realtime, attempts, events, last } = opening();
  last().handlers.onError(refusal({ code: 'cursor_unknown' }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(attempts.map(({ lastEventId }) => lastEventId)).toEqual(['7', null]);
  expect(last().kind).toBe('websocket');
  last().handlers.onData({ id: '90', data: { kind: 'hello', version: 'v', rev: 90 } });
  await vi.advanceTimersByTimeAsync(10);
  expect(events).toEqual([
    { kind: 'hello', version: 'v', rev: 90 },
    { kind: 'resync', rev: 90 },
  ]);
  last().handlers.onComplete();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(last().lastEventId).toBe('90');
  realtime.close();
});

test('a server that is busy is asked again over the way that brought its answer, from the same place', async () => {
  const { realtime, attempts, last } = opening();
  last().handlers.onError(refusal({ code: 'unavailable' }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(attempts.map(({ kind, lastEventId }) => [kind, lastEventId])).toEqual([
    ['websocket', '7'],
    ['websocket', '7'],
  ]);
  realtime.close();
});

test('a way that brings no answer is left for the other, from the same place', async () => {
  const { realtime, attempts, last } = opening();
  last().handlers.onError(new TypeError('cut'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(attempts.map(({ kind, lastEventId }) => [kind, lastEventId])).toEqual([
    ['websocket', '7'],
    ['events', '7'],
  ]);
  realtime.close();
});

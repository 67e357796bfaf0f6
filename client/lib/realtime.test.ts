import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeCodes } from '#shared/errors.ts';
import { Realtime, useRealtime } from './realtime.ts';
import { transports } from './transports.ts';

/** How a fake socket closes, right after it has opened. */
let code = 0;
let opened = 0;

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  readyState = 0;

  constructor() {
    super();
    opened += 1;
    setTimeout(() => {
      this.readyState = FakeSocket.OPEN;
      this.dispatchEvent(new Event('open'));
      setTimeout(() => this.#end(code), 20);
    }, 20);
  }

  send(): void {}

  close(): void {
    this.#end(1_000);
  }

  #end(reason: number): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.dispatchEvent(new CloseEvent('close', { code: reason }));
  }
}

/** Server-sent events are refused for the same reason. */
vi.mock('./events-transport.ts', () => ({
  eventsTransport: () => ({
    streams: {
      sync: {
        stream: {
          subscribe: (_input: unknown, { onError }: { onError: (reason: unknown) => void }) => {
            setTimeout(() => onError(new Error('limit_reached')), 20);
            return { unsubscribe: () => undefined };
          },
        },
      },
    },
    close: () => undefined,
  }),
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  opened = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function socketsIn(seconds: number, closedWith: number): Promise<number> {
  code = closedWith;
  const realtime = new Realtime({ lastRev: 1, onEvents: () => undefined, onSignedOut: () => undefined, transports });
  for (let ms = 0; ms < seconds * 1_000; ms += 50) await vi.advanceTimersByTimeAsync(50);
  realtime.close();
  return opened;
}

test('a page that has too many of its kind open waits longer each time before it comes back', async () => {
  expect(await socketsIn(30, closeCodes.limitReached)).toBeLessThanOrEqual(5);
  expect(useRealtime.getState().state).toBe('down');
});

test('a page whose line was cut comes back at once', async () => {
  expect(await socketsIn(5, 1_006)).toBeGreaterThan(5);
});

import { expect, test } from 'vitest';
import { type FrameSource, InboundFrameQueue } from './inbound-frame-queue.ts';

const turn = () => new Promise(setImmediate);
const busy = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

/** A socket whose frames have all arrived; each takes `ms`. */
function socketWith(name: string, frames: number, taken: string[], ms = 0): FrameSource {
  let left = frames;
  return {
    isQueued: false,
    takeNext: () => {
      busy(ms);
      taken.push(name);
      left -= 1;
      return left > 0;
    },
  };
}

test('what somebody sends while nobody else does is taken at once', () => {
  const taken: string[] = [];
  new InboundFrameQueue().offer(socketWith('ann', 1, taken));
  expect(taken).toEqual(['ann']);
});

test('a thousand who speak at once are heard in order, and others come between', async () => {
  const inbound = new InboundFrameQueue();
  const taken: string[] = [];
  for (let i = 0; i < 1_000; i += 1) inbound.offer(socketWith(String(i), 1, taken, 0.05));
  expect(taken.length).toBeLessThan(1_000);
  let turns = 0;
  for (; taken.length < 1_000; turns += 1) await turn();
  expect(turns).toBeGreaterThan(5);
  expect(taken).toEqual(Array.from({ length: 1_000 }, (_, i) => String(i)));
});

test('behind ten thousand frames of one socket, the first of another is the next but one', async () => {
  const inbound = new InboundFrameQueue();
  const taken: string[] = [];
  inbound.offer(socketWith('flood', 10_000, taken));
  inbound.offer(socketWith('ann', 3, taken));
  while (taken.length < 10_003) await turn();
  expect(taken.indexOf('ann')).toBeLessThanOrEqual(3);
  expect(taken.lastIndexOf('ann')).toBeLessThanOrEqual(8);
});

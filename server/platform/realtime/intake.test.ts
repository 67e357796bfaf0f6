import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Intake } from './intake.ts';

function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('what comes alone is taken at once', () => {
  const taken: number[] = [];
  new Intake().take(() => taken.push(1));
  expect(taken).toEqual([1]);
});

test('a thousand who speak at once are heard in order, and others come between', async () => {
  const intake = new Intake();
  const heard: number[] = [];
  let turns = 0;
  for (let i = 0; i < 1_000; i += 1) {
    intake.take(() => {
      busy(0.05);
      heard.push(i);
    });
  }
  expect(heard.length).toBeLessThan(1_000);
  while (heard.length < 1_000) {
    await turn();
    turns += 1;
  }
  expect(turns).toBeGreaterThan(5);
  expect(heard).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
});

test('a flood is taken as fast as it comes, so that what waits stays bounded', () => {
  const intake = new Intake();
  let heard = 0;
  for (let i = 0; i < 20_000; i += 1) intake.take(() => (heard += 1));
  expect(20_000 - heard).toBeLessThanOrEqual(2_000);
});

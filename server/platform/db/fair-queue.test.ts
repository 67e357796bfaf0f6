import { expect, test } from 'vitest';
import { FairQueue } from './fair-queue.ts';

const busy = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('with a thousand pieces of one person waiting, the piece of another is the next but one', async () => {
  const queue = new FairQueue();
  const done: string[] = [];
  const piece = (key: string) => queue.run(key, async () => void done.push(key));
  const all = Array.from({ length: 1_000 }, () => piece('ann'));
  await Promise.all([piece('bob'), piece('carl')]);
  expect(done.length).toBeLessThanOrEqual(6);
  await Promise.all(all);
  expect(done.filter((key) => key === 'ann').length).toBe(1_000);
});

test('one person is served in order, one piece at a time, also after a failure', async () => {
  const queue = new FairQueue();
  const done: string[] = [];
  const piece = (name: string, steps: number) =>
    queue.run('ann', async () => {
      done.push(`${name} begins`);
      for (let i = 0; i < steps; i += 1) await Promise.resolve();
      if (name === 'b') throw new Error('b failed');
      done.push(`${name} ends`);
      return name;
    });
  const all = await Promise.allSettled([piece('a', 5), piece('b', 1), piece('c', 0)]);
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('several run at once where the store lets them, and never more', async () => {
  const queue = new FairQueue(undefined, 3);
  let underWay = 0;
  const seen: number[] = [];
  const piece = async () => {
    seen.push((underWay += 1));
    await new Promise(setImmediate);
    underWay -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, (_, n) => queue.run(`person ${n}`, piece)));
  expect(Math.max(...seen)).toBe(3);
});

test('the event loop turns while much work waits', async () => {
  const queue = new FairQueue();
  let turns = 0;
  const count = setInterval(() => (turns += 1), 0);
  await Promise.all(Array.from({ length: 60 }, () => queue.run('ann', async () => busy(1))));
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});

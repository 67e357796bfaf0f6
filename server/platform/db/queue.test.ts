import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('work is done one piece at a time, in the order it was asked for, also after a failure', async () => {
  const queue = createQueue();
  const done: string[] = [];
  const piece = (name: string, turns: number) => async () => {
    done.push(`${name} begins`);
    for (let i = 0; i < turns; i += 1) await Promise.resolve();
    if (name === 'b') throw new Error('b failed');
    done.push(`${name} ends`);
    return name;
  };
  const all = await Promise.allSettled([queue(piece('a', 5)), queue(piece('b', 1)), queue(piece('c', 0))]);
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

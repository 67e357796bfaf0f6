import { expect, test } from 'vitest';
import { notice } from '#shared/messages.ts';
import { joinFeatures } from '#client/lib/use-features.ts';
import { features } from './features.ts';

const joined = joinFeatures(features);

const types = notice.options.map((option) => option.shape.type.value).filter((type) => type !== 'message');

test.each(types)('a notice of the kind %s has a sentence', (type) => {
  expect(joined.notices.get(type)?.key).toBe(type);
});

test('no two actions of a message have the same id or key', async () => {
  await joined.actions.load();
  const { messageActions = [], roomActions = [] } = joined.actions.get() ?? {};
  expect(messageActions.length).toBeGreaterThan(5);
  for (const names of [
    messageActions.map(({ id }) => id),
    messageActions.flatMap(({ keys }) => keys ?? []),
    roomActions.map(({ id }) => id),
  ])
    expect(new Set(names).size).toBe(names.length);
});

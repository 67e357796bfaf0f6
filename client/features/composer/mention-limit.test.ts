import { limits } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import { expect, test } from 'vitest';
import { withinLimits } from './mention-limit.ts';

const mentionsOf = (ids: readonly string[]): MentionInput[] =>
  ids.map((userId, index) => ({ kind: 'user', userId, start: index * 5, end: index * 5 + 4 }));
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
const idsOf = (mentions: readonly MentionInput[]) =>
  new Set(mentions.map((mention) => (mention.kind === 'user' ? mention.userId : mention.kind)));

test('somebody named 55 times counts once, and all of it stays', () => {
  const mentions = mentionsOf([...Array.from({ length: 55 }, () => 'bob'), 'cid']);
  expect(withinLimits(mentions)).toEqual({ mentions, left: [] });
});

test('who is beyond the limit is left out, and known', () => {
  const ids = people(limits.mentionsPerMessage + 3);
  const { mentions, left } = withinLimits(mentionsOf([...ids, 'p0', 'p52']));
  expect(left).toEqual(['p50', 'p51', 'p52']);
  expect(idsOf(mentions)).toEqual(new Set(people(limits.mentionsPerMessage)));
  expect(mentions).toHaveLength(limits.mentionsPerMessage + 1);
});

test('of too many places each person keeps one', () => {
  const repeated = Array.from({ length: 400 }, () => 'bob');
  const wide: MentionInput = { kind: 'here', start: 7_000, end: 7_005 };
  const { mentions, left } = withinLimits([...mentionsOf([...repeated, 'cid']), wide]);
  expect(left).toEqual([]);
  expect(mentions).toHaveLength(limits.mentionRanges);
  expect(idsOf(mentions)).toEqual(new Set(['bob', 'cid', 'here']));
});

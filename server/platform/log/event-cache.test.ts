import { expect, test } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import { EventCache } from './event-cache.ts';
import { encodeEvent } from '#server/platform/realtime/encoded-event.ts';

const place = { at: 1, roomId: 'r', userId: null };
const posted = (rev: number, text: string, answers: { id: string; text: string } | null = null): LogEvent => {
  const replyTo = answers && { messageId: answers.id, authorId: 'ann', text: answers.text, recalledAt: null };
  const rest = { notice: null, reactions: [], createdAt: 1, editedAt: null, recalledAt: null, recalledBy: null };
  const message = { id: `m${rev}`, roomId: 'r', authorId: 'ann', tempId: `t${rev}`, rev, text, mentions: [], replyTo };
  return { kind: 'message.posted', ...place, rev, message: { ...message, ...rest } };
};
const recalled = (rev: number, messageId: string): LogEvent => {
  const whose = { messageId, messageRev: 1, authorId: 'ann', by: 'ann', previousMentions: [] };
  return { kind: 'message.recalled', ...place, rev, ...whose };
};
const encoded = (event: LogEvent) => encodeEvent(event, event.rev);
const bodiesOf = (cache: EventCache, revs: number[]) =>
  revs.map((rev) => cache.get(rev)?.body.toString() ?? '').join('');

test('keeps what is published and what was read, and knows each by its rev', () => {
  const cache = new EventCache();
  cache.keep([encoded(posted(3, 'three')), encoded(posted(4, 'four'))], cache.recalls);
  cache.push(encoded(posted(10, 'ten')));
  cache.push(encoded(posted(11, 'eleven')));
  expect([3, 4, 5, 9, 10, 11, 12].map((rev) => cache.get(rev)?.event.rev)).toEqual([
    3,
    4,
    undefined,
    undefined,
    10,
    11,
    undefined,
  ]);
  expect(cache.since(9)?.map(({ id }) => id)).toEqual(['10', '11']);
  expect(cache.since(10)?.map(({ id }) => id)).toEqual(['11']);
  expect(cache.since(8)).toBeNull();
});

test('after a gap in what is published nothing counts as known that is not', () => {
  const cache = new EventCache();
  cache.push(encoded(posted(10, 'ten')));
  cache.push(encoded(posted(12, 'twelve')));
  expect([10, 11, 12].map((rev) => cache.get(rev)?.event.rev)).toEqual([undefined, undefined, 12]);
  expect(cache.since(10)).toBeNull();
  expect(cache.since(11)?.map(({ id }) => id)).toEqual(['12']);
});

test('a recalled text is gone from memory too, also where a reply quotes it, and nothing else is', () => {
  const cache = new EventCache();
  cache.keep([encoded(posted(1, 'SECRET')), encoded(posted(2, 'plain'))], cache.recalls);
  cache.push(encoded(posted(10, 'answer', { id: 'm1', text: 'SECRET' })));
  cache.push(encoded(posted(11, 'other answer', { id: 'm2', text: 'plain' })));
  cache.push(encoded(recalled(12, 'm1')));
  expect(bodiesOf(cache, [1, 2, 10, 11, 12])).not.toContain('SECRET');
  expect(bodiesOf(cache, [10, 11])).toContain('answer');
  expect(cache.since(9)?.map(({ event }) => event.rev)).toEqual([10, 11, 12]);
  expect(bodiesOf(cache, [2, 11]).match(/plain/g)).toHaveLength(2);
});

test('what was read before a recall is not kept after it', () => {
  const cache = new EventCache();
  const { recalls } = cache;
  cache.push(encoded(recalled(12, 'm1')));
  cache.keep([encoded(posted(1, 'SECRET'))], recalls);
  expect(cache.get(1)).toBeUndefined();
});

test('holds no more than it may, however much is read', () => {
  const cache = new EventCache();
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let rev = 1; rev <= 20; rev += 1) cache.keep([encoded(posted(rev, megabyte))], cache.recalls);
  const held = Array.from({ length: 20 }, (_, i) => i + 1).filter((rev) => cache.get(rev));
  expect(held.length).toBeLessThanOrEqual(8);
  // The newest are those that somebody may still come back for.
  expect(held.at(-1)).toBe(20);
});

import { describe, expect, test } from 'vitest';
import { languageOf, languages, sentenceFor } from './error-sentences.ts';
import { errorCodes } from './errors.ts';
import { logEvent } from './events.ts';
import { isMentioned } from './mentioning.ts';
import { memberRank } from './permissions.ts';
import { memberRole } from './rooms.ts';

describe('sentences', () => {
  const codes = Object.keys(errorCodes).filter((code): code is keyof typeof errorCodes => code in errorCodes);

  test.each(codes)('%s has one for a person in every language, with and without details', (code) => {
    const said = languages.map((language) => {
      const bare = sentenceFor(language, { code });
      const full = sentenceFor(language, { code, field: 'name', limit: 7, retryAfterMs: 1_500 });
      for (const sentence of [bare, full]) expect(sentence).not.toMatch(/undefined|NaN|null|\bobject\b/);
      return bare;
    });
    expect(said[0]).toMatch(/^[“A-Z].*[.]$/);
    expect(said[1]).toMatch(/\p{Script=Han}.*。$/u);
  });

  test('the time to wait is told in whole seconds, never none', () => {
    expect(sentenceFor('en', { code: 'too_many_requests', retryAfterMs: 1_001 })).toContain('2 s');
    expect(sentenceFor('en', { code: 'too_many_requests', retryAfterMs: 0 })).toContain('1 s');
  });

  test.each([
    ['zh', 'zh'],
    ['zh-Hans-CN,zh;q=0.9', 'zh'],
    ['ZH-tw', 'zh'],
    ['en-US,zh;q=0.5', 'en'],
    ['zhx', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('who accepts %j reads %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language);
  });
});

describe('rules that buttons and guards share', () => {
  test('every role of a room has a rank of its own, the owner’s first', () => {
    const ranked = memberRole.options.toSorted((one, other) => memberRank[one] - memberRank[other]);
    expect(ranked[0]).toBe('owner');
    expect(new Set(Object.values(memberRank)).size).toBe(memberRole.options.length);
  });

  test('a message calls those it names, the whole room, or those who were there', () => {
    const range = { start: 0, end: 1 };
    expect(isMentioned([{ kind: 'user', userId: 'ann', ...range }], 'ann')).toBe(true);
    expect(isMentioned([{ kind: 'user', userId: 'ann', ...range }], 'bob')).toBe(false);
    expect(isMentioned([{ kind: 'room', ...range }], 'bob')).toBe(true);
    expect(isMentioned([{ kind: 'here', userIds: ['ann'], ...range }], 'bob')).toBe(false);
  });
});

test('an event of an unknown kind is not taken for another', () => {
  expect(logEvent.safeParse({ kind: 'room.painted', rev: 1, at: 1, roomId: null, userId: null }).success).toBe(false);
});

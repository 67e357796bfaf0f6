import { describe, expect, test } from 'vitest';
import { isBlank } from './blank.ts';
import { line, optionalLine, text, visibleLine } from './text.ts';

describe('text', () => {
  test.each([
    ['plain', 'plain'],
    ['a\u0000b', 'a\uFFFDb'],
    ['\uD83D alone', '\uFFFD alone'],
    ['alone \uDE00', 'alone \uFFFD'],
    ['👍 whole', '👍 whole'],
  ])('%j is kept as %j, of the same length', (given, kept) => {
    expect(text.parse(given)).toBe(kept);
    expect(kept).toHaveLength(given.length);
  });
});

/** Each alone leaves nothing to see. */
const invisible = Array.from(
  ' \n\u0007\u00AD\u034F\u115F\u1160\u180E\u200B\u200D\u202E\u2060\u2064\u2069\u206F\u2800\u3000\u3164\uFE0F\uFEFF\uFFA0\uFFF9' +
    '\u{1D159}\u{E0001}\u{E0041}\u{E007F}\u{E0100}',
);

describe('text of which nothing can be seen', () => {
  test.each(invisible)('%j is blank, alone and between others', (character) => {
    expect(isBlank(character)).toBe(true);
    expect(isBlank(`${invisible.join('')}${character} ${character}`)).toBe(true);
    expect(isBlank(`${character}.${character}`)).toBe(false);
  });

  test.each(['.', 'ـ', '👍', '❤\uFE0F', '🏴\u{E0067}\u{E0062}\u{E007F}', '\uFFFD', '\u0301', '\uE000'])(
    '%j is not blank',
    (shown) => {
      expect(isBlank(shown)).toBe(false);
    },
  );

  test('a name must show something; a status and a topic may be empty', () => {
    expect(visibleLine.safeParse('\u2800\u3164').success).toBe(false);
    expect(visibleLine.parse(' \u200BAnn\u202E ')).toBe('Ann');
    expect(optionalLine.parse('\u2800')).toBe('');
    expect(optionalLine.parse(' tea ')).toBe('tea');
  });
});

describe('a line of text', () => {
  const england = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';
  test.each([
    ['Ann\nLee\u0007', 'Ann Lee'],
    ['Ann\u202E', 'Ann'],
    ['\u2066Ann\u2069\u200F', 'Ann'],
    ['می\u200Cنا', 'می\u200Cنا'],
    ['👩\u200D💻 ❤\uFE0F', '👩\u200D💻 ❤\uFE0F'],
    [england, england],
  ])('%j is kept as %j', (given, kept) => {
    expect(line.parse(given)).toBe(kept);
  });
});

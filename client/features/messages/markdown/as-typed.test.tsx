import type { Mention } from '#shared/messages.ts';
import { describe, expect, test, vi } from 'vitest';
import { shown, texts, words } from './testing.tsx';

describe('what is no markup is shown as typed', () => {
  test.each([
    '¯\\_(ツ)_/¯',
    'C:\\_build\\*',
    'C:\\_build\\_out\\*',
    '\\\\server\\share',
    '\\d+\\.\\d+',
    '\\*half',
    '>_<',
    '>:(',
    '>w<',
    '>= 5',
    '>',
    '*_*',
    '*-*',
    '*.*',
    '+',
    '-',
    '1.',
    '+\n-\n1.',
    '* * *',
    '- - -',
    '2*3*4 = 24',
    '2**3**4',
    'snake_case_name',
    'src/*.ts and test/*.ts',
    '/*comment*/',
    'name: ____ and ____',
    'f**** you ****',
    '2026. That was a year',
    '```\n```',
    '```',
    'use ``` for code',
    'a * b * c',
    '[1] (see below)',
    '~/a ~/b',
    'x ~~~ y',
  ])('%j', (text) => {
    expect(words(text)).toBe(text);
    expect(shown(text).querySelector('em, strong, del, blockquote, li, code')).toBeNull();
  });

  test('blanks at the start of lines stay, markup or not', () => {
    expect(words('a\n    b\n  c')).toBe('a\n    b\n  c');
    expect(words('  *a*\n      b')).toBe('  a\n      b');
    expect(words('- a\n        b')).toBe('• a\n      b');
  });

  test('a pair of signs with backslashes shows the signs', () => {
    expect(words('\\*not bold\\* and \\*\\*neither\\*\\* and \\`no code\\`')).toBe(
      '*not bold* and **neither** and `no code`',
    );
  });
});

describe('what is markup', () => {
  test('signs around words', () => {
    expect(texts(shown('*a* and **b** and _c_ and ~~d~~ and ***e***'), 'em, strong, del')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'e',
    ]);
    expect(texts(shown('(*a*), "**b**": _c_!'), 'em, strong')).toEqual(['a', 'b', 'c']);
    expect(texts(shown('un**believ**able'), 'strong')).toEqual(['believ']);
    expect(texts(shown('*a **b** c*'), 'em, strong')).toEqual(['a b c', 'b']);
  });

  test('numbers of a list are those that were typed, and can be copied', () => {
    expect(words('2. a\n5. b\n3. c')).toBe('2. a5. b3. c');
    expect([...shown('2. a\n5. b\n3. c').querySelectorAll('li')].map(({ value }) => value)).toEqual([2, 5, 3]);
    expect(texts(shown('1) a\n2) b'), 'li')).toEqual(['1) a', '2) b']);
  });

  test('a list may have blank lines, deeper lists and paragraphs', () => {
    expect(texts(shown('- a\n\n- b\n  - c\n\n  d\ne'), 'li')).toEqual(['• a', '• b• cd', '• c']);
    expect(texts(shown('- a\nb'), 'p')).toEqual(['b']);
  });

  test('a quote is its own lines', () => {
    expect(texts(shown('> a\n> b\nc'), 'blockquote')).toEqual(['a\nb']);
    expect(texts(shown('>text\n> >_<'), 'blockquote')).toEqual(['text\n>_<']);
    expect(texts(shown('>> a'), 'blockquote')).toEqual(['a', 'a']);
    expect(texts(shown('> a\n>:('), 'blockquote')).toEqual(['a']);
  });

  test('code between fences within lines is a block, and what is around it stays', () => {
    const page = shown('look: ```\na\n``` end');
    expect(texts(page, 'pre')).toEqual(['a']);
    expect(texts(page, 'p')).toEqual(['look: ', 'end']);
    expect(texts(shown('```\na```'), 'pre')).toEqual(['a']);
    expect(texts(shown('```a = 1\nb```'), 'pre')).toEqual(['a = 1\nb']);
  });
});

describe('emoji', () => {
  test('lines of emoji stay lines', () => {
    expect(words('👍\n👍')).toBe('👍\n👍');
    expect(shown('👍\n👍').querySelector('p')?.className).toContain('whitespace-pre-wrap');
  });

  test.each(['™', '©', '®', '↔', '☺ ™'])('%s is text', (text) => {
    expect(shown(text).querySelector('p')?.className).not.toContain('text-2xl');
  });

  test.each(['☺️', '©️', '👍🏽', '🏳️‍🌈', '1️⃣', '🇨🇳'])('%s is a picture', (text) => {
    expect(shown(text).querySelector('p')?.className).toContain('text-2xl');
  });
});

test('each block has the direction of its letters, code is left to right', () => {
  for (const text of ['שלום', 'سلام *bold*', '- שלום', '> سلام', 'a\n\nب']) {
    for (const block of shown(text).children) expect(block.getAttribute('dir')).toBe('auto');
    for (const line of shown(text).querySelectorAll('p, li'))
      expect(line.className).toContain('[unicode-bidi:plaintext]');
  }
  for (const code of shown('`א`\n```\nא\n```').querySelectorAll('p code, pre'))
    expect(code.getAttribute('dir')).toBe('ltr');
});

test('a room is not linked inside a word', () => {
  const linked = (text: string) => shown(text).querySelectorAll('a').length;
  expect(linked('C#design review')).toBe(0);
  expect(linked('x/#design review *a*')).toBe(0);
  expect(linked('看#design review')).toBe(1);
  expect(linked('*C*#design review')).toBe(1);
});

test('a text that cannot be drawn is shown as typed', () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken: Mention = {
    kind: 'room',
    start: 0,
    get end(): number {
      throw new Error('no such range');
    },
  };
  const page = shown('@ann *a*', [broken]);
  expect(page.textContent).toBe('@ann *a*');
  expect(errors).toHaveBeenCalled();
  errors.mockRestore();
});

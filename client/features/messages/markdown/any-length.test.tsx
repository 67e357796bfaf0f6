import { countWork } from '#client/testing/work-counter.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeRanges } from './code-ranges.ts';
import { highlight } from './highlight.ts';
import { parse, type Inline, type ParsedBlock } from './parse.ts';
import { shown } from './testing.tsx';

const signs = [...'>-*+_~`#[]()!<&\\|:1.@/"', '1.', 'https://', ' ', '\n', '中', 'a'];
const repeated = (unit: string, length: number) => unit.repeat(length / unit.length);
const nested = (unit: string, length: number) => {
  const half = repeated(unit, length / 2 - 1);
  return `${half}x${[...half].toReversed().join('')}`;
};
const shapes = [repeated, nested];

const depthOf = (nodes: readonly (ParsedBlock | Inline)[]): number =>
  Math.max(
    0,
    ...nodes.map((node) => {
      if (node.type === 'list') return 1 + Math.max(...node.items.map(({ children }) => depthOf(children)));
      if (node.type === 'paragraph' || node.type === 'link') return depthOf(node.children);
      return 'children' in node ? 1 + depthOf(node.children) : 0;
    }),
  );

const bombs = [
  '>'.repeat(8_000),
  '- '.repeat(1_000) + 'x',
  '>'.repeat(1_200) + ' x',
  '> '.repeat(4_000),
  '* '.repeat(4_000),
  '1. '.repeat(2_600) + 'x',
  '*_'.repeat(4_000),
  '*a_ '.repeat(2_000),
  '*'.repeat(3_990) + 'a' + '*'.repeat(3_990),
  '*a '.repeat(1_300) + 'x' + ' a*'.repeat(1_300),
  '*a _b '.repeat(600) + 'x' + ' b_ a*'.repeat(600),
  '[a]('.repeat(2_000),
  '[a](https://b.cd/('.repeat(440),
  'https://a.b/('.repeat(600),
  'www.a.b,'.repeat(1_000),
  'a@'.repeat(4_000),
  'https://a.b/' + ')'.repeat(7_900),
  '`'.repeat(7_000) + 'a`',
  Array.from({ length: 120 }, (_, index) => '`'.repeat(index)).join(' '),
  'a ```\n'.repeat(1_300),
  '```\n````\n'.repeat(800),
  '> - '.repeat(2_000) + 'x',
  '[](' + ' '.repeat(7_900),
];

describe('8,000 characters of anything', () => {
  const units = (length: number) =>
    Array.from({ length }).reduce<string[]>((all) => all.flatMap((unit) => signs.map((sign) => unit + sign)), ['']);

  /** The units whose text of twice the length costs more than 2.5 times as much, or nests too deep. */
  const tooMuch = (all: readonly string[]) =>
    all.filter((unit) =>
      shapes.some((shape) => {
        const whole = shape(unit, 8_000);
        const half = countWork(() => parse(shape(unit, 4_000), []));
        return countWork(() => parse(whole, [])) > 2.5 * half || depthOf(parse(whole, [])) > 8;
      }),
    );

  test('one sign, repeated and nested, costs in proportion to its length', () => {
    expect(tooMuch(units(1))).toEqual([]);
  });

  test('two signs, the same', () => {
    expect(tooMuch(units(2))).toEqual([]);
  });

  test('three signs, a hundred of them by chance, the same', () => {
    const three = fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(...signs)));
    expect(tooMuch(fc.sample(three, { numRuns: 100, seed: 6 }).map((unit) => unit.join('')))).toEqual([]);
  });

  test.each(bombs.map((text) => [`${text.slice(0, 12)}… (${text.length})`, text]))(
    '%j is drawn, at most eight levels deep',
    (_, text) => {
      const page = shown(text);
      expect(page.textContent).not.toBe('');
      expect(depthOf(parse(text, []))).toBeLessThanOrEqual(8);
      expect(countWork(() => parse(`${text} `, []))).toBeLessThan(100 * text.length);
    },
  );
});

test('what is deeper than eight levels is shown as written', () => {
  expect(shown(`${'> '.repeat(10)}x`).querySelectorAll('blockquote')).toHaveLength(8);
  expect(shown(`${'> '.repeat(10)}x`).textContent).toBe('> > x');
  expect(shown(`${'- '.repeat(9)}x`).textContent).toBe(`${'• '.repeat(8)}- x`);
});

test('hundreds of blocks of code have buttons up to a bound', () => {
  const page = shown('```\na\n```\n'.repeat(800));
  expect(page.querySelectorAll('pre')).toHaveLength(800);
  expect(page.querySelectorAll('button').length).toBeLessThanOrEqual(40);
});

test('code has colours up to a bound, and all of its characters', () => {
  const code = 'a{'.repeat(4_000);
  const tokens = highlight(code, 'css') ?? [];
  expect(tokens.length).toBeLessThanOrEqual(1_001);
  expect(tokens.map(({ text }) => text).join('')).toBe(code);
});

test('what is drawn as code is what mentions take for code', () => {
  const token = fc.constantFrom(
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '  ',
    'a',
    '@b',
    '*',
    '[',
    '](https://x.yz)',
    '\\',
    ' ',
    '<',
    'https://x.yz',
  );
  const bare = (code: string) => code.replaceAll(/[`~\s>-]/gu, '');
  const codeIn = (text: string) =>
    [...shown(text).querySelectorAll('figure, code')]
      .filter((code) => code.matches('figure') || code.closest('figure') === null)
      .map((code) =>
        bare(
          `${code.querySelector('figcaption span')?.textContent ?? ''}${(code.querySelector('pre') ?? code).textContent}`,
        ),
      );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const ranges = codeRanges(text).map(({ start, end }) => bare(text.slice(start, end)));
      expect(codeIn(text)).toEqual(ranges);
    }),
    { numRuns: 300 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, shown } from './testing.tsx';

describe('whatever is typed', () => {
  const token = fc.constantFrom(
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```',
    '> ',
    '- ',
    '\n',
    '\n\n',
    ' ',
    '\\',
    '#',
    '@ann',
    '<',
    '&',
    '：',
    '，',
    '中',
    '文',
    'a',
    'b',
    'https://x.yz/q',
    '    ',
    '---',
    '\u{1F44D}',
    '\uE000',
    '|',
    '+ ',
  );
  const typed = fc.array(token, { maxLength: 40 }).map((parts) => parts.join(''));
  const letters = (text: string | null) => (text ?? '').replace(/[^\p{L}\p{Emoji_Presentation}]/gu, '');

  test('no word of it is lost or moved', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const mentions = text.includes('@ann') ? [at(text, 'ann')] : [];
        const page = shown(text, mentions);
        for (const button of page.querySelectorAll('button')) button.remove();
        expect(letters(page.textContent)).toBe(letters(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('nothing breaks the page, and no link leaves the web', () => {
    const range = fc.record({
      kind: fc.constant('room' as const),
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        typed,
        fc.array(range, { maxLength: 3 }),
        (a, b, mentions) => {
          for (const href of [...shown(`${b}${a}](${b}`, mentions).querySelectorAll('a')].map(
            (link) => link.getAttribute('href') ?? '',
          )) {
            expect(href).toMatch(/^(https?:|mailto:|\/rooms\/r1)/u);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

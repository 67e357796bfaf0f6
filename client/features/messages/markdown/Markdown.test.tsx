import type { NamedRoom } from '#client/features/messages/view.ts';
import type { Mention } from '#shared/messages.ts';
import fc from 'fast-check';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';
import { loadParser } from './parser.ts';
import type { TextContext } from './rendering.ts';

beforeAll(loadParser);

const design: NamedRoom = { id: 'r1', name: 'Design review', href: '/rooms/r1' };
const context: TextContext = {
  me: 'me',
  people: new Map(),
  rooms: new Map([['design review', design]]),
  onOpenProfile: () => {},
  onOpenRoom: () => {},
};

function shown(text: string, mentions: readonly Mention[] = []): HTMLElement {
  const page = document.createElement('div');
  flushSync(() => createRoot(page).render(<Markdown text={text} mentions={mentions} context={context} />));
  return page;
}
const words = (text: string, mentions?: readonly Mention[]) => shown(text, mentions).textContent;
const texts = (page: HTMLElement, selector: string) => [...page.querySelectorAll(selector)].map((found) => found.textContent);
const links = (text: string) => [...shown(text).querySelectorAll('a')].map((link) => link.getAttribute('href'));

/** Mentions the first `@name` of the text. */
function at(text: string, name: string, userId = 'ann'): Mention {
  const start = text.indexOf(`@${name}`);
  return { kind: 'user', userId, start, end: start + name.length + 1 };
}

describe('Chinese', () => {
  test('bold ends before Han characters, with Chinese punctuation inside', () => {
    expect(texts(shown('**注意：**请看'), 'strong')).toEqual(['注意：']);
    expect(texts(shown('请看**“重点”**部分'), 'strong')).toEqual(['“重点”']);
    expect(texts(shown('这是~~错的。~~对的'), 'del')).toEqual(['错的。']);
  });

  test('an address ends before Chinese punctuation', () => {
    expect(links('见 https://example.com/a，谢谢')).toEqual(['https://example.com/a']);
    expect(links('（https://example.com/a）')).toEqual(['https://example.com/a']);
    expect(links('「https://example.com/a」。')).toEqual(['https://example.com/a']);
    expect(links('https://example.com/a！')).toEqual(['https://example.com/a']);
  });

  test('a mention next to bold and Han characters stays both', () => {
    const text = '**@小明**请看';
    const page = shown(text, [at(text, '小明')]);
    expect(texts(page, 'strong [role=button]')).toEqual(['@小明']);
    expect(page.textContent).toBe('@小明请看');
  });
});

describe('what a chat has not', () => {
  test('a line of dashes makes no heading and no rule', () => {
    const page = shown('line\n---');
    expect(page.querySelector('h1,h2,hr')).toBeNull();
    expect(page.textContent).toBe('line\n---');
  });

  test('a hash makes no heading', () => {
    expect(words('# one\n## **two**')).toBe('# one\n## two');
  });

  test('HTML is shown as it was typed', () => {
    const page = shown('<img src=x onerror=alert(1)> <b>*hi*</b> &amp; <!-- c -->');
    expect(page.querySelector('img,b,script')).toBeNull();
    expect(page.textContent).toBe('<img src=x onerror=alert(1)> <b>hi</b> &amp; <!-- c -->');
  });

  test('an image is a link, and nothing is loaded', () => {
    const page = shown('![a cat](https://example.com/cat.png)');
    expect(page.querySelector('img')).toBeNull();
    expect(links('![a cat](https://example.com/cat.png)')).toEqual(['https://example.com/cat.png']);
  });
});

describe('links', () => {
  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](//example.com)',
    '[a](/settings)',
    '<javascript:alert(1)>',
  ])('%s leads nowhere and is shown as written', (text) => {
    expect(links(text)).toEqual([]);
    expect(words(text)).toBe(text);
  });

  test('the web and mailboxes open apart from the page', () => {
    const [link] = shown('[site](https://example.com "hint") and <mailto:a@b.cc>').querySelectorAll('a');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(links('<mailto:a@b.cc>')).toEqual(['mailto:a@b.cc']);
  });

  test('underscores and brackets belong to an address, full stops do not', () => {
    expect(links('see https://example.com/_a_/b_(c). Or')).toEqual(['https://example.com/_a_/b_(c)']);
    expect(links('(https://example.com/a).')).toEqual(['https://example.com/a']);
    expect(links('**https://example.com/a**')).toEqual(['https://example.com/a']);
    expect(links('<https://example.com/a>')).toEqual(['https://example.com/a']);
    expect(links('[x](https://example.com/a_b)')).toEqual(['https://example.com/a_b']);
  });

  test('an address in code is code', () => {
    expect(links('`https://example.com`')).toEqual([]);
    expect(texts(shown('`https://example.com`'), 'code')).toEqual(['https://example.com']);
  });

  test('a room that exists is linked, by the whole of its name', () => {
    expect(links('see #design review, or #nowhere')).toEqual(['/rooms/r1']);
    expect(words('see #design review, or #nowhere')).toBe('see #design review, or #nowhere');
    expect(links('#design reviews')).toEqual([]);
  });
});

describe('mentions', () => {
  test('are chips inside emphasis, quotes and lists', () => {
    for (const text of ['*hi @ann_b_c*', '> one\n> two @ann_b_c', '- x\n  - @ann_b_c', '||@ann_b_c||', '[@ann_b_c] *a*']) {
      expect(texts(shown(text, [at(text, 'ann_b_c')]), '[role=button]')).toEqual(['@ann_b_c']);
    }
  });

  test('are plain text inside code', () => {
    for (const text of ['`@ann` *x*', '```\n@ann\n```']) {
      const page = shown(text, [at(text, 'ann')]);
      expect(page.querySelector('[role=button]')).toBeNull();
      expect(page.textContent).toContain('@ann');
    }
  });

  test('one of my own stands out', () => {
    const text = 'hey @me and @ann';
    const page = shown(text, [at(text, 'me', 'me'), at(text, 'ann')]);
    const [mine, other] = page.querySelectorAll('[role=button]');
    expect(mine?.className).toContain('marigold');
    expect(other?.className).not.toContain('marigold');
  });

  test('ranges that lie are ignored', () => {
    const bad: Mention[] = [
      { kind: 'room', start: 3, end: 99 },
      { kind: 'room', start: 4, end: 2 },
    ];
    expect(words('a @room b', bad)).toBe('a @room b');
  });
});

test('lines stay lines, a blank line parts paragraphs', () => {
  expect(words('one\ntwo *x*')).toBe('one\ntwo x');
  expect(texts(shown('one\n\ntwo'), 'p')).toEqual(['one', 'two']);
  expect(texts(shown('one\n\n*two*'), 'p')).toEqual(['one', 'two']);
});

test('lists keep their numbers', () => {
  expect(shown('3. c\n4. d').querySelector('ol')?.getAttribute('start')).toBe('3');
});

test('code keeps every character and names its language', () => {
  const page = shown('```ts\nconst a = "<b>" && *x*;\n```');
  expect(page.querySelector('pre')?.textContent).toBe('const a = "<b>" && *x*;');
  expect(page.querySelector('figcaption')?.textContent).toContain('ts');
});

test('a few emoji alone are large', () => {
  expect(shown('👍🏽 ❤️ 🇨🇳 👨‍👩‍👧').querySelector('p')?.className).toContain('text-2xl');
  expect(shown('123').querySelector('p')?.className).not.toContain('text-2xl');
  expect(shown('👍 ok').querySelector('p')?.className).not.toContain('text-2xl');
});

describe('whatever is typed', () => {
  const token = fc.constantFrom('*', '**', '_', '~~', '`', '```', '> ', '- ', '\n', '\n\n', ' ', '\\', '#', '@ann', '<', '&', '：', '，', '中', '文', 'a', 'b', 'https://x.yz/q', '    ', '---', '\u{1F44D}', '\uE000', '|', '+ ');
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
    const range = fc.record({ kind: fc.constant('room' as const), start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), typed, fc.array(range, { maxLength: 3 }), (a, b, mentions) => {
        for (const href of [...shown(`${b}${a}](${b}`, mentions).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')) {
          expect(href).toMatch(/^(https?:|mailto:|\/rooms\/r1)/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});

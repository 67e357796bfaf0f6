import type { Mention } from '#shared/messages.ts';
import { describe, expect, test } from 'vitest';
import { at, links, shown, texts, words } from './testing.tsx';

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
    for (const text of [
      '*hi @ann_b_c*',
      '> one\n> two @ann_b_c',
      '- x\n  - @ann_b_c',
      '||@ann_b_c||',
      '[@ann_b_c] *a*',
    ]) {
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

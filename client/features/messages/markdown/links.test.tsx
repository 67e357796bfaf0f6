import { describe, expect, test } from 'vitest';
import { links, shown, texts, words } from './testing.tsx';

test.each([
  ['看https://example.com这里', 'https://example.com/'],
  ['看https://example.com——很好', 'https://example.com/'],
  ['https://example.com—nice', 'https://example.com/'],
  ['https://example.com/a–b', 'https://example.com/a'],
  ['«https://example.com/a»', 'https://example.com/a'],
  ['‹https://example.com/a›', 'https://example.com/a'],
  ['„https://example.com/a“', 'https://example.com/a'],
  ['【https://example.com/a】', 'https://example.com/a'],
  ["'https://example.com/a'", 'https://example.com/a'],
  ['https://example.com/a؟', 'https://example.com/a'],
  ['https://example.com/a، ب', 'https://example.com/a'],
  ['https://example.com/a।', 'https://example.com/a'],
  ['https://example.com/?ids[]=1', 'https://example.com/?ids[]=1'],
  ['[https://example.com/a]', 'https://example.com/a'],
  ['(https://example.com/a_(b))', 'https://example.com/a_(b)'],
  ['https://example.com/a(b', 'https://example.com/a'],
  ['https://example.com/\u200Bb', 'https://example.com/'],
  ['https://example.com\u200B', 'https://example.com/'],
  ['https://example.com/a\u202Eb', 'https://example.com/a'],
  ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ['http://127.0.0.1:3000。', 'http://127.0.0.1:3000/'],
  ['http://localhost:3000/这里', 'http://localhost:3000/%E8%BF%99%E9%87%8C'],
  ['https://example.com/a这里', 'https://example.com/a'],
  ['https://zh.wikipedia.org/wiki/中文，好', 'https://zh.wikipedia.org/wiki/%E4%B8%AD%E6%96%87'],
  ['https://example.com/?q=中文 a', 'https://example.com/?q=%E4%B8%AD%E6%96%87'],
  ['https://例子.测试/', 'https://xn--fsqu00a.xn--0zwm56d/'],
  ['www.example.com', 'https://www.example.com/'],
  ['见www.example.com/a。', 'https://www.example.com/a'],
  ['ann@example.com', 'mailto:ann@example.com'],
  ['写信给ann.b+c@example.com。', 'mailto:ann.b+c@example.com'],
  ['_https://example.com/a_', 'https://example.com/a'],
  ['**https://example.com/a**', 'https://example.com/a'],
  ['https://example.com?', 'https://example.com/'],
  ['https://example.com👍', 'https://example.com/'],
])('%s leads to %s', (text, address) => {
  expect(links(text)).toEqual([address]);
});

test.each([
  'www.',
  'www.a',
  'xwww.example.com',
  'http://',
  'git@github.com:a/b',
  'a@b',
  '@ann@',
  'foohttps://a.b',
  '\\\\a@b.cd',
])('%s leads nowhere', (text) => {
  expect(links(text)).toEqual([]);
  expect(words(text)).toBe(text);
});

test('an emphasised address is both', () => {
  expect(texts(shown('_https://example.com/a_'), 'em a')).toEqual(['https://example.com/a']);
});

describe('where a link really leads is shown', () => {
  test.each([
    ['[https://bank.example/](https://evil.example)', 'https://bank.example/ (evil.example)'],
    ['[bank.example](https://evil.example/a)', 'bank.example (evil.example)'],
    ['https://google.com@evil.example/', 'https://google.com@evil.example/ (evil.example)'],
    ['[report](https://example.com/a)', 'report (example.com)'],
    ['[https://example.com/a](https://example.com/b)', 'https://example.com/a (example.com/b)'],
    ['[ann@bank.example](mailto:bob@evil.example)', 'ann@bank.example (bob@evil.example)'],
    ['https://аpple.com/', 'https://аpple.com/ (xn--pple-43d.com)'],
    ['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/'],
    ['https://ｅｖｉｌ.example/', 'https://ｅｖｉｌ.example/ (evil.example)'],
    ['http://0x7f.1/', 'http://0x7f.1/ (127.0.0.1)'],
  ])('%s', (text, shownAs) => {
    expect(words(text)).toBe(shownAs);
  });

  test.each([
    'https://example.com/a',
    'https://Example.com',
    'www.example.com',
    'http://localhost:3000/a',
    'https://例子.测试/',
    'https://münchen.example/',
    'http://[::1]:8080/',
    'ann@example.com',
  ])('%s says it itself', (text) => {
    expect(words(text)).toBe(text);
  });

  test('[https://example.com](https://example.com/) says it itself', () => {
    expect(words('[https://example.com](https://example.com/)')).toBe('https://example.com');
  });
});

test('a link into this Parley opens in the page, others apart from it', () => {
  const here = shown(`${location.origin}/r/room1/message1`).querySelector('a');
  expect(here?.getAttribute('target')).toBeNull();
  here?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  for (const apart of [`${location.origin}/avatars/a`, 'https://example.com/r/a']) {
    expect(shown(apart).querySelector('a')?.getAttribute('target')).toBe('_blank');
  }
});

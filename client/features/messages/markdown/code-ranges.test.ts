import { expect, test } from 'vitest';
import { codeRanges } from './code-ranges.ts';

const code = (text: string) => codeRanges(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['see `@bob` now', ['`@bob`']],
  ['``@bob``', ['``@bob``']],
  ['`` a ` @bob ``', ['`` a ` @bob ``']],
  ['```\n@bob\n```', ['```\n@bob\n```']],
  ['~~~\n@bob\n~~~\nafter', ['~~~\n@bob\n~~~']],
  ['```ts\n@bob', ['```ts\n@bob']],
  ['```\na\n\n@bob```', ['```\na\n\n@bob```']],
  ['look: ```\n@bob\n``` end', ['```\n@bob\n```']],
  ['> ```\n> @bob\n> ```\n@cid', ['```\n> @bob\n> ```']],
  ['- ```\n  @bob\n  ```\n- @cid', ['```\n  @bob\n  ```']],
  ['```@bob```', ['```@bob```']],
  ['`a\n@bob`', ['`a\n@bob`']],
  ['> `a\n> @bob`', ['`a\n> @bob`']],
])('%j has code', (text, expected) => {
  expect(code(text)).toEqual(expected);
});

test.each([
  'use ``` for code @bob',
  '`@bob',
  '`@bob``',
  '\\`@bob`',
  '`a\n\n@bob`',
  '> `a\n@bob`',
  '```\n```',
  '```',
  '~~~\n\n~~~',
  '~~~@bob~~~',
  '    @bob',
])('%j has none', (text) => {
  expect(code(text)).toEqual([]);
});

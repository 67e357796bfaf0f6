import { describe, expect, test } from 'vitest';
import { format, type Format } from './formatting.ts';

/** `⟦` and `⟧` stand for the selection, before and after. */
function pressed(kind: Format, marked: string): string {
  const from = marked.indexOf('⟦');
  const to = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/gu, '');
  const change = format(kind, text, from, to);
  const after = text.slice(0, change.from) + change.insert + text.slice(change.to);
  return `${after.slice(0, change.start)}⟦${after.slice(change.start, change.end)}⟧${after.slice(change.end)}`;
}

describe('a format', () => {
  test.each<[Format, string, string]>([
    ['bold', 'a ⟦word⟧ here', 'a **⟦word⟧** here'],
    ['italic', '⟦⟧', '*⟦⟧*'],
    ['strike', '⟦错⟧', '~~⟦错⟧~~'],
    ['code', '⟦x⟧', '`⟦x⟧`'],
    ['code', '⟦x\ny⟧', '```\n⟦x\ny⟧\n```'],
    ['quote', 'a\n⟦b\nc⟧', 'a\n⟦> b\n> c⟧'],
    ['bulletList', 'one ⟦⟧line', '- one line⟦⟧'],
    ['numberedList', '⟦a\nb⟧', '⟦1. a\n2. b⟧'],
    ['link', '⟦site⟧', '[site](https://⟦⟧)'],
    ['link', '⟦https://x.yz⟧', '[⟦⟧](https://x.yz)'],
  ])('%s: %s', (kind, before, after) => {
    expect(pressed(kind, before)).toBe(after);
  });

  test.each<[Format, string, string]>([
    ['bold', '**⟦word⟧**', '⟦word⟧'],
    ['italic', '*⟦word⟧*', '⟦word⟧'],
    ['italic', '**⟦word⟧**', '***⟦word⟧***'],
    ['quote', '⟦> b\n> c⟧', '⟦b\nc⟧'],
    ['numberedList', '⟦1. a\n2. b⟧', '⟦a\nb⟧'],
  ])('taken back, %s: %s', (kind, before, after) => {
    expect(pressed(kind, before)).toBe(after);
  });
});

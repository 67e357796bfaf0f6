import { describe, expect, test } from 'vitest';
import { isKey, type KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => more.altGraph ?? false,
  ...more,
});
const bold = { key: 'b', mod: true };

describe('Ctrl+B', () => {
  test.each([
    ['on a Latin keyboard', press('b', { ctrlKey: true, code: 'KeyB' })],
    ['under Caps Lock', press('B', { ctrlKey: true, code: 'KeyB' })],
    ['on Dvorak, where the letter is', press('b', { ctrlKey: true, code: 'KeyN' })],
    ['on a Cyrillic keyboard', press('и', { ctrlKey: true, code: 'KeyB' })],
    ['on a Greek keyboard', press('β', { ctrlKey: true, code: 'KeyB' })],
  ])('is meant %s', (_, event) => {
    expect(isKey(event, bold, false)).toBe(true);
  });

  test.each([
    ['with AltGr', press('b', { ctrlKey: true, altGraph: true })],
    ['with AltGr as Windows tells it', press('b', { ctrlKey: true, altKey: true })],
    ['with Shift', press('B', { ctrlKey: true, shiftKey: true })],
    ['where another Latin letter lies there', press('x', { ctrlKey: true, code: 'KeyB' })],
    ['without Ctrl', press('b')],
    ['with the Windows key', press('b', { metaKey: true })],
  ])('is not %s', (_, event) => {
    expect(isKey(event, bold, false)).toBe(false);
  });

  test('is ⌘B on a Mac, where Ctrl+B moves the caret', () => {
    expect(isKey(press('b', { metaKey: true }), bold, true)).toBe(true);
    expect(isKey(press('b', { ctrlKey: true }), bold, true)).toBe(false);
  });
});

test('a sign is known by itself, with Shift or without', () => {
  expect(isKey(press('?', { shiftKey: true }), { key: '?' })).toBe(true);
  expect(isKey(press('+'), { key: '+' })).toBe(true);
});

import type { KeyPress } from '#client/ui/keys.ts';
import { describe, expect, test } from 'vitest';
import { roomStep } from './room-step.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
});

describe('Alt and an arrow', () => {
  const up = press('ArrowUp', { altKey: true });
  const box = document.createElement('textarea');

  test('walk through the rooms, with Shift the unread ones', () => {
    expect(roomStep(up, box, false)).toEqual({ by: -1, unread: false });
    expect(roomStep(press('ArrowDown', { altKey: true, shiftKey: true }), document.body, true)).toEqual({
      by: 1,
      unread: true,
    });
    expect(roomStep(press('ArrowUp'), document.body, false)).toBeNull();
  });

  test('move the caret in a text box on a Mac', () => {
    expect(roomStep(up, box, true)).toBeNull();
  });
});

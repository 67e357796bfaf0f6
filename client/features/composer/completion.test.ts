import type { User } from '#shared/users.ts';
import { describe, expect, test } from 'vitest';
import { suggestPeople } from './completion.ts';
import { tokenAt } from './token.ts';
import type { Addressable } from './written.ts';

const at = (text: string) => {
  const token = tokenAt(text, text.length);
  return token && `${token.trigger}${token.query}`;
};
const person = (name: string, more: Partial<User> = {}): User => ({
  id: name,
  name,
  displayName: name,
  role: 'member',
  statusText: '',
  avatarVersion: 0,
  createdAt: 0,
  lastSeenAt: null,
  deactivatedAt: null,
  ...more,
});
const room: Addressable = {
  members: [person('ann', { displayName: 'Ann Lee' }), person('gone', { deactivatedAt: 1 })],
  others: [person('andy')],
  rooms: [],
  memberCount: 2,
  mayNotifyRoom: true,
  onAddPeople: null,
};

describe('suggestions come', () => {
  test.each([
    ['@', '@'],
    ['hey @an', '@an'],
    ['请@小', '@小'],
    ['(@an', '@an'],
    ['see #des', '#des'],
    [':ta', ':ta'],
    ['好 :火', ':火'],
    ['ok :+1', ':+1'],
  ])('after %s', (text, token) => {
    expect(at(text)).toBe(token);
  });

  test.each(['bob@ann', 'https:', 'https://x', '12:30', 'a:b', 'note: ', ':a', '@ann ', 'C#', '&#1', '@@', ':)'])(
    'not after %s',
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  test('for the word at the caret alone', () => {
    expect(tokenAt('@ann and more', 4)).toEqual({ trigger: '@', query: 'ann', start: 0, end: 4 });
    expect(tokenAt('@ann and more', 8)).toBeNull();
  });
});

describe('whom @ suggests', () => {
  test('members, then the room, then others by name; nobody who is gone', () => {
    expect(suggestPeople('', room).map(({ key }) => key)).toEqual(['ann', 'room', 'here']);
    expect(suggestPeople('an', room).map(({ key }) => key)).toEqual(['ann', 'andy']);
  });

  test('the room only where it can be notified', () => {
    expect(suggestPeople('', { ...room, mayNotifyRoom: false }).map(({ key }) => key)).toEqual(['ann']);
  });
});

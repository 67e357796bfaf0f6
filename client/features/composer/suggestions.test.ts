import { someUser } from '#client/testing/users.ts';
import { describe, expect, test } from 'vitest';
import { suggestionsFor, suggestPeople } from './suggestions.ts';
import { tokenAt } from './token.ts';
import { endOfWord } from './word-end.ts';
import type { MentionCandidates } from './draft.ts';

const at = (text: string) => {
  const token = tokenAt(text, text.length);
  return token && `${token.trigger}${token.query}`;
};
const room: MentionCandidates = {
  me: 'me',
  members: [someUser('ann', { displayName: 'Ann Lee' }), someUser('gone', { deactivatedAt: 1 })],
  others: [someUser('andy')],
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
    [':100', ':100'],
    ['@ann ', '@ann '],
    ['@Ann Le', '@Ann Le'],
    ['_@an', '@an'],
    ['＠an', '@an'],
  ])('after %s', (text, token) => {
    expect(at(text)).toBe(token);
  });

  test.each([
    'bob@ann',
    'https:',
    'https://x',
    '12:30',
    'a:b',
    'note: ',
    ':a',
    '@ann,',
    '@ann\n',
    'C#',
    '&#1',
    '@@',
    ':)',
    ':3',
    ':-P',
    ':-PP',
    ':D',
    ':з',
    ':p',
    ':8',
  ])('not after %s', (text) => {
    expect(at(text)).toBeNull();
  });

  test('for the word at the caret alone', () => {
    expect(tokenAt('@ann and more', 4)).toEqual({ trigger: '@', query: 'ann', start: 0, end: 4 });
    expect(tokenAt('@ann, and more', 9)).toBeNull();
  });
});

describe('choosing replaces', () => {
  const chosen = (marked: string, insert: string) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    const token = tokenAt(text, caret);
    return token && `${text.slice(0, token.start)}${insert}${text.slice(endOfWord(text, token, insert))}`;
  };

  test.each([
    ['@bo|bxyz', '@bob', '@bob'],
    ['hi @bo|b, ok', '@bob', 'hi @bob, ok'],
    ['hi @b|. Then', '@bob', 'hi @bob. Then'],
    ['@b|o.xyz now', '@bob', '@bob now'],
    ["@bo|b's", '@bob', "@bob's"],
    ['_@bo|b_', '@bob', '_@bob_'],
    ['@小|明请看', '@小明', '@小明请看'],
    ['@小|请看', '@小明', '@小明请看'],
    ['@|hello', '@bob', '@bobhello'],
    ['@Bob S|to', '@bob', '@bob'],
    ['#gar|dne', '#garden', '#garden'],
    [':smi|le:', '😄', '😄'],
  ])('the whole word: %s', (marked, insert, after) => {
    expect(chosen(marked, insert)).toBe(after);
  });
});

describe('Enter takes the first suggestion', () => {
  const preselected = async (text: string) => {
    const token = tokenAt(text, text.length);
    return token && (await suggestionsFor(token, named)).preselected;
  };
  const named = { ...room, members: [someUser('bob', { displayName: 'Bob Stone' })] };

  test.each([':smi', ':he', '@b', '@', '@Bob St', '#'])('of %s', async (text) => {
    expect(await preselected(text)).toBe(true);
  });

  test.each([':DD', ':XD', ':xD', ':PPP', ':+1', ':100', '@Bob ', '@Bob S'])('not of %s', async (text) => {
    expect(await preselected(text)).toBe(false);
  });
});

describe('whom @ suggests', () => {
  const keys = (query: string, where = room) => suggestPeople(query, where).map(({ key }) => key);

  test('goes on after a blank while a name has more words', () => {
    expect(keys('Ann ')).toEqual(['ann']);
    expect(keys('ann le')).toEqual(['ann']);
    expect(keys('ann x')).toEqual([]);
    expect(keys('andy ')).toEqual([]);
    expect(keys('room ')).toEqual([]);
  });

  test('oneself last, and only by name', () => {
    const mine = { ...room, me: 'ann', members: [someUser('ann'), someUser('anke')] };
    expect(keys('', mine)).toEqual(['anke', 'room', 'here']);
    expect(keys('an', mine)).toEqual(['anke', 'andy', 'ann']);
  });

  test('members, then the room, then others by name; nobody who is gone', () => {
    expect(suggestPeople('', room).map(({ key }) => key)).toEqual(['ann', 'room', 'here']);
    expect(suggestPeople('an', room).map(({ key }) => key)).toEqual(['ann', 'andy']);
  });

  test('the room only where it can be notified', () => {
    expect(suggestPeople('', { ...room, mayNotifyRoom: false }).map(({ key }) => key)).toEqual(['ann']);
  });
});

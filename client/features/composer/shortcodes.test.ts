import { beforeAll, describe, expect, test } from 'vitest';
import { loadEmojiNames } from './emoji-names.ts';
import { withEmoji } from './shortcodes.ts';
import { verbatimIn } from './mention-reader.ts';

let names: ReadonlyMap<string, string>;
beforeAll(async () => {
  names = await loadEmojiNames();
});
const sent = (text: string) => withEmoji({ text, mentions: [] }, names, verbatimIn(text)).text;

describe('a whole shortcode', () => {
  test.each([
    [':smile:', '😄'],
    ['ok :+1: :TADA:', 'ok 👍 🎉'],
    ['好:tada:吗', '好🎉吗'],
    [':tada::rocket:', '🎉🚀'],
    ['(:heart:)', '(❤️)'],
    [':100:', '💯'],
  ])('becomes its emoji: %s', (text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  test.each([
    '12:30:45',
    'at 10:100:20',
    'std::key::value',
    'a:smile:b',
    ':nosuchname:',
    ':3',
    ':smile',
    '`:smile:`',
    '```\n:smile:\n```',
    '~~~\n:smile:\n~~~',
    'https://x.yz/:smile:',
    'https://x.yz/?q=:smile:',
  ])('is none in %j', (text) => {
    expect(sent(text)).toBe(text);
  });

  test('moves the mentions after it', () => {
    const text = ':tada: @ann :rocket:';
    const draft = withEmoji({ text, mentions: [{ kind: 'room', start: 7, end: 11 }] }, names, []);
    expect(draft.text).toBe('🎉 @ann 🚀');
    expect(draft.mentions.map(({ start, end }) => draft.text.slice(start, end))).toEqual(['@ann']);
  });
});

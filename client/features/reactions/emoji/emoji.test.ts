import { describe, expect, test } from 'vitest';
import { emojiGroups, findEmoji } from './emoji.ts';

const first = async (language: 'en' | 'zh', search: string) =>
  findEmoji(await emojiGroups(language), search, 5).map(({ emoji }) => emoji);

describe('finding an emoji', () => {
  test('by its shortcode, exact before longer ones', async () => {
    expect((await first('en', 'tada'))[0]).toBe('🎉');
    expect((await first('en', '+1'))[0]).toBe('👍');
    expect((await first('en', 'HEART'))[0]).toBe('❤️');
  });

  test('by what it is called in Chinese, and in English too', async () => {
    expect(await first('zh', '赞')).toContain('👍');
    expect((await first('zh', 'rocket'))[0]).toBe('🚀');
  });

  test('a word that means nothing finds nothing', async () => {
    expect(await first('en', 'zzzzqq')).toEqual([]);
  });

  test('each one is a reaction the server takes', async () => {
    const accepted = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation})$/v;
    expect((await emojiGroups('en')).flat().filter(({ emoji }) => !accepted.test(emoji))).toEqual([]);
  });
});

import { part } from '#client/lib/load-part.ts';
import type { Language } from '#shared/error-sentences.ts';
import english from './en.json';

export interface Emoji {
  emoji: string;
  /** For `:shortcode:`, the best known first. */
  shortcodes: readonly string[];
  /** What it is called in the page's language. */
  label: string;
  /** All it can be found by, lower case. */
  words: string;
}

/** Emoji by group, in the order of Unicode: smileys, people, nature, food, travel, activities, objects, symbols, flags. */
export type EmojiGroups = readonly (readonly Emoji[])[];

const known = new Map<Language, Promise<EmojiGroups>>();

const loadChinese = part(() => import('./zh.json'));

async function load(language: Language): Promise<EmojiGroups> {
  const chinese = language === 'zh' ? (await loadChinese()).default : null;
  return english.map((group, groupIndex) =>
    group.map(([emoji = '', shortcodes = '', label = '', tags = ''], index) => {
      const [own = '', ownTags = ''] = chinese?.[groupIndex]?.[index] ?? [];
      const words = `${shortcodes} ${label} ${tags} ${own} ${ownTags}`.toLowerCase();
      return { emoji, shortcodes: shortcodes.split(' '), label: own || label, words };
    }),
  );
}

/** All emoji with their names in a language; English names find them in every language. */
export function emojiGroups(language: Language): Promise<EmojiGroups> {
  const groups = known.get(language) ?? load(language);
  known.set(language, groups);
  return groups;
}

function rankOf(emoji: Emoji, search: string): number {
  if (emoji.shortcodes.includes(search) || emoji.label.toLowerCase() === search) return 0;
  if (
    emoji.shortcodes.some((shortcode) => shortcode.startsWith(search)) ||
    emoji.label.toLowerCase().startsWith(search)
  )
    return 1;
  if (emoji.words.includes(` ${search}`)) return 2;
  return emoji.words.includes(search) ? 3 : 4;
}

/** The emoji a word finds, best first; case does not matter. */
export function findEmoji(groups: EmojiGroups, search: string, most: number): Emoji[] {
  const word = search.trim().toLowerCase();
  const ranks: Emoji[][] = [[], [], [], []];
  for (const emoji of groups.flat()) ranks[rankOf(emoji, word)]?.push(emoji);
  return ranks.flat().slice(0, most);
}

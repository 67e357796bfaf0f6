import { emojiGroups } from '#client/features/reactions/emoji/emoji.ts';
import { verbatimIn } from './mention-reader.ts';
import { withEmoji } from './shortcodes.ts';
import type { Written } from './written.ts';

/** Every emoji by its shortcodes, without colons. */
export async function loadEmojiNames(): Promise<ReadonlyMap<string, string>> {
  const all = (await emojiGroups('en')).flat();
  return new Map(all.flatMap(({ emoji, shortcodes }) => shortcodes.map((name) => [name, emoji] as const)));
}

/** What writes emoji for their names, once the names are loaded. */
export async function loadEmojiWriter(): Promise<(written: Written) => Written> {
  const names = await loadEmojiNames();
  return (written) => withEmoji(written, names, verbatimIn(written.text));
}

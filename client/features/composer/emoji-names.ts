import { emojiGroups } from '#client/features/reactions/emoji/emoji.ts';
import { verbatimIn } from './mention-reader.ts';
import { withEmoji } from './shortcodes.ts';
import type { Draft } from './draft.ts';

/** Every emoji by its shortcodes, without colons. */
export async function loadEmojiNames(): Promise<ReadonlyMap<string, string>> {
  const all = (await emojiGroups('en')).flat();
  return new Map(all.flatMap(({ emoji, shortcodes }) => shortcodes.map((name) => [name, emoji] as const)));
}

/** What writes emoji for their names, once the names are loaded. */
export async function loadEmojiWriter(): Promise<(draft: Draft) => Draft> {
  const names = await loadEmojiNames();
  return (draft) => withEmoji(draft, names, verbatimIn(draft.text));
}

/** A word that asks for suggestions: its trigger, what follows it, and where it is (UTF-16 code units). */
export interface Token {
  trigger: '@' | '#' | ':';
  query: string;
  start: number;
  end: number;
}

// Not within an address or a longer Latin word; Chinese has no space before `@`. People may have several words.
const token =
  /(?:(?<![A-Za-z0-9@＠/])[@＠]((?:[^\s@＠#:：,，。、！？；][^\n@＠#:：,，。、！？；]{0,63})?)|(?<![A-Za-z0-9&/#])#([^\s#@]{0,40})|(?<![\p{L}\p{N}:/])(?<!\p{N}):([\p{L}\p{N}_+-]{1,30}))$/u;
const longest = 80;
// `:D`, `:3`, `:з` and `:-P` are faces; one Chinese character may be an emoji's name, `:+1` and `:100` are.
const emojiName = /^(?:\p{Script=Han}|[+-]1|\d{2,}|(?!-)(?:.*\p{L}){2}.*)$/u;

/** The token that ends at the caret, if one does. */
export function tokenAt(text: string, caret: number): Token | null {
  const match = token.exec(text.slice(Math.max(0, caret - longest), caret));
  if (!match) return null;
  const [whole, person, room, emoji] = match;
  const at = { start: caret - whole.length, end: caret };
  if (person !== undefined) return { trigger: '@', query: person, ...at };
  if (room !== undefined) return { trigger: '#', query: room, ...at };
  return emojiName.test(emoji ?? '') ? { trigger: ':', query: emoji ?? '', ...at } : null;
}

/** A word that asks for suggestions: its trigger, what follows it, and where it stands (UTF-16 code units). */
export interface Token {
  trigger: '@' | '#' | ':';
  query: string;
  start: number;
  end: number;
}

// Not within an address or a longer Latin word; Chinese has no space before `@`.
const token =
  /(?:(?<![A-Za-z0-9._@/-])@([^\s@#:,，。]{0,32})|(?<![A-Za-z0-9&/#])#([^\s#@]{0,40})|(?<![\p{L}\p{N}:/])(?<!\p{N}):([\p{L}\p{N}_+-]{1,30}))$/u;
const shortLatin = /^[a-z]$/iu;

/** The token that ends at the caret, if one does. */
export function tokenAt(text: string, caret: number): Token | null {
  const match = token.exec(text.slice(Math.max(0, caret - 64), caret));
  if (!match) return null;
  const [whole, person, room, emoji] = match;
  const at = { start: caret - whole.length, end: caret };
  if (person !== undefined) return { trigger: '@', query: person, ...at };
  if (room !== undefined) return { trigger: '#', query: room, ...at };
  return shortLatin.test(emoji ?? '') ? null : { trigger: ':', query: emoji ?? '', ...at };
}

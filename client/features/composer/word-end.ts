import type { Token } from './token.ts';

// Scripts without blanks run on after the word: what they continue with is another word.
const word = /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}]|[._-](?=[A-Za-z0-9]))*/uy;
const shortcode = /[A-Za-z0-9_+-]*:?/uy;

/** Where the word ends that `insert` replaces: the caret may be inside of it. */
export function endOfWord(text: string, { trigger, query, start, end }: Token, insert: string): number {
  const whole = text.slice(start, start + insert.length).toLowerCase() === insert.toLowerCase();
  const known = whole ? Math.max(end, start + insert.length) : end;
  // A bare `@` before a word was put there to add a name.
  if (!whole && (query === '' || /\s$/u.test(query))) return end;
  const rest = trigger === ':' ? shortcode : word;
  rest.lastIndex = known;
  return known + (rest.exec(text)?.[0].length ?? 0);
}

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const pathCharacter = /[\p{L}\p{M}\p{N}\-._~:/?#[\]@!$&'()*+,;=%·]/u;
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** After one of these, Chinese is clearly a part of the path: `/wiki/中文`, `?q=中文`. */
const beginsPart = /[/=?#&+:_.\-·]$/u;
const trailing = /[.,:;!?'*_~·]$/u;
const maxOpenBrackets = 8;

/**
 * Where an address ends: at a blank, a character that no address has (quotes, dashes and punctuation of other scripts,
 * format characters), a bracket without its partner, or Chinese that does not begin a part of the path. `host` is where
 * its host ends.
 */
export function pathEnd(text: string, start: number, host: number): number {
  if (!/[/?#]/u.test(text[host] ?? '')) return host;
  const quote = text[start - 1] === "'" ? "'" : null;
  const open: { sign: string; at: number }[] = [];
  let at = host;
  let previous = '';
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!pathCharacter.test(character) || character === quote) break;
    if (unspaced.test(character) && !unspaced.test(previous) && !beginsPart.test(previous)) break;
    if (character === '(' || character === '[') {
      if (open.length === maxOpenBrackets) break;
      open.push({ sign: character, at });
    } else if (character in closers) {
      if (open.at(-1)?.sign !== closers[character]) break;
      open.pop();
    }
    previous = character;
    at += character.length;
  }
  const end = open[0]?.at ?? at;
  return withoutTrailing(text, host, end);
}

/** Full stops at its end belong to the sentence. */
function withoutTrailing(text: string, host: number, from: number): number {
  let end = from;
  while (end > host && trailing.test(text[end - 1] ?? '')) end--;
  return end;
}

import { findUrls } from './links.ts';

/** A part of a message that Markdown must take as one letter: a mention, or an address written bare. */
export type Part<M> = { kind: 'mention'; raw: string; mention: M } | { kind: 'url'; raw: string };

export interface StoodIn<M> {
  /** The text, each part replaced by one character of its own. */
  text: string;
  parts: ReadonlyMap<string, Part<M>>;
}

const privateUse = { first: 0xe000, last: 0xf8ff };

/** Private-use characters that the text does not contain. */
function* freeCharacters(text: string): Generator<string, undefined> {
  for (let code = privateUse.first; code <= privateUse.last; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) yield character;
  }
}

interface Range {
  start: number;
  end: number;
}

/**
 * Puts stand-ins for mentions and bare addresses, so that `_` and `*` within them are no markup, and `**@ann**请看` is
 * bold. Ranges are UTF-16 code units; one that overlaps another or leaves the text is ignored.
 */
export function standIn<M extends Range>(text: string, mentions: readonly M[]): StoodIn<M> {
  const ranges = [
    ...mentions.map((mention) => ({ start: mention.start, end: mention.end, mention })),
    ...findUrls(text).map((url) => ({ ...url, mention: null })),
  ].toSorted((a, b) => a.start - b.start || (a.mention ? -1 : 1));
  const parts = new Map<string, Part<M>>();
  const free = freeCharacters(text);
  let at = 0;
  let result = '';
  for (const { start, end, mention } of ranges) {
    if (start < at || end <= start || end > text.length) continue;
    const character = free.next().value;
    if (character === undefined) break;
    const raw = text.slice(start, end);
    parts.set(character, mention ? { kind: 'mention', raw, mention } : { kind: 'url', raw });
    result += text.slice(at, start) + character;
    at = end;
  }
  return { text: result + text.slice(at), parts };
}

/** The raw text again: for code, addresses and everything that is shown as it was written. */
export function restore<M>(text: string, parts: ReadonlyMap<string, Part<M>>): string {
  if (parts.size === 0) return text;
  return text.replace(/[\uE000-\uF8FF]/gu, (character) => parts.get(character)?.raw ?? character);
}

/** A run of text, cut at its stand-ins. */
export function piecesOf<M>(text: string, parts: ReadonlyMap<string, Part<M>>): (string | Part<M>)[] {
  if (parts.size === 0) return [text];
  return text.split(/([\uE000-\uF8FF])/u).flatMap((piece) => (piece === '' ? [] : [parts.get(piece) ?? piece]));
}

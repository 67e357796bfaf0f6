import type { Range } from './typed-mentions.ts';
import type { Draft } from './draft.ts';

const shortcode = /:([a-z0-9_+-]{2,}):/giu;
const outside = /(?:^|[^A-Za-z0-9_:/])$/u;

interface Replaced extends Range {
  emoji: string;
}

/** The whole `:shortcode:`s of a text that name an emoji, outside of the `verbatim` ranges. */
function found(text: string, names: ReadonlyMap<string, string>, verbatim: readonly Range[]): Replaced[] {
  const all: Replaced[] = [];
  for (const match of text.matchAll(shortcode)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const emoji = names.get(match[1]?.toLowerCase() ?? '');
    // `12:30:45` and `std::key::value` are none; one after another are.
    const stands = all.at(-1)?.end === start || outside.test(text.slice(Math.max(0, start - 1), start));
    if (!emoji || !stands || /^[A-Za-z0-9]/u.test(text.slice(end, end + 1))) continue;
    if (verbatim.some((range) => start < range.end && end > range.start)) continue;
    all.push({ start, end, emoji });
  }
  return all;
}

/** The text with its `:shortcode:`s as emoji, and the mentions where they stand then. */
export function withEmoji(
  { text, mentions }: Draft,
  names: ReadonlyMap<string, string>,
  verbatim: readonly Range[],
): Draft {
  const replaced = found(text, names, [...verbatim, ...mentions]);
  let result = '';
  let at = 0;
  for (const { start, end, emoji } of replaced) {
    result += text.slice(at, start) + emoji;
    at = end;
  }
  const shift = (position: number) =>
    replaced.reduce(
      (moved, { start, end, emoji }) => (end <= position ? moved + emoji.length - (end - start) : moved),
      position,
    );
  return {
    text: result + text.slice(at),
    mentions: mentions.map((mention) => ({ ...mention, start: shift(mention.start), end: shift(mention.end) })),
  };
}

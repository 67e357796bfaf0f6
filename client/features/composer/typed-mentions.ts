import { nameKey } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import type { User } from '#shared/users.ts';
import type { MentionCandidates, Draft } from './draft.ts';

/** Who answers to which name: members, then everybody else, by the key of the name. */
export interface Names {
  people: ReadonlyMap<string, User>;
  wide: boolean;
  longest: number;
}

export function namesOf({ members, others, mayNotifyRoom }: MentionCandidates): Names {
  const people = new Map([...others, ...members].map((user) => [nameKey(user.name), user]));
  // A key leaves out the joiners that the name is written with.
  const lengths = [...people].map(([key, { name }]) => Math.max(key.length, name.length));
  return { people, wide: mayNotifyRoom, longest: Math.max(4, ...lengths) };
}

/** Scripts that put no blank between words: what touches a name is another word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedEnd = new RegExp(`${unspaced.source}$`, 'u');
const nameCharacters = /(?:[\p{L}\p{M}\p{N}._-]|\u200C|\u200D)*/uy;
const at = /[@＠]/gu;

/** Whether the letters after a name make it a longer one; marks such as the `_` that ends emphasis do not. */
function goesOn(text: string, end: number): boolean {
  const next = /^(?:[._-]|\u200C|\u200D)?([\p{L}\p{M}\p{N}])/u.exec(text.slice(end, end + 3))?.[1];
  return next !== undefined && !unspaced.test(next) && !unspacedEnd.test(text.slice(end - 2, end));
}

function named(text: string, start: number, { people, wide, longest }: Names): MentionInput | null {
  nameCharacters.lastIndex = start + 1;
  const run = nameCharacters.exec(text)?.[0].length ?? 0;
  for (let length = Math.min(longest, run); length > 0; length--) {
    const end = start + 1 + length;
    if (goesOn(text, end)) continue;
    const name = nameKey(text.slice(start + 1, end));
    if (wide && (name === 'room' || name === 'here')) return { kind: name, start, end };
    const user = people.get(name);
    if (user) return { kind: 'user', userId: user.id, start, end };
  }
  return null;
}

export interface Range {
  start: number;
  end: number;
}

/** Says of ascending positions whether they lie in one of the ranges. */
function covering(ranges: readonly Range[]): (position: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (position) => {
    while ((sorted[next]?.end ?? Infinity) <= position) next++;
    return (sorted[next]?.start ?? Infinity) <= position;
  };
}

/** Not in `bob@ann`, `@@ann` and `types/@ann`, but in `@ann/@bob` and `@ann@bob`. */
function mayStart(text: string, start: number, endOfLast: number): boolean {
  if (start === endOfLast || (start === endOfLast + 1 && text[endOfLast] === '/')) return true;
  return !/[A-Za-z0-9@＠/]/u.test(text[start - 1] ?? '');
}

/**
 * All mentions of a text, in order: those that were chosen, and every `@name` typed by hand. In `verbatim` ranges, code
 * and addresses, nobody is mentioned.
 */
export function mentionsIn({ text, mentions }: Draft, names: Names, verbatim: readonly Range[]): MentionInput[] {
  const isVerbatim = covering(verbatim);
  const chosen = new Map(mentions.map((mention) => [mention.start, mention]));
  const found: MentionInput[] = [];
  for (const { index } of text.matchAll(at)) {
    const endOfLast = found.at(-1)?.end ?? -1;
    if (index < endOfLast || isVerbatim(index)) continue;
    const mention = chosen.get(index) ?? (mayStart(text, index, endOfLast) ? named(text, index, names) : null);
    if (mention) found.push(mention);
  }
  return found;
}

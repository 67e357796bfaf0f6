import { nameKey } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import type { User } from '#shared/users.ts';
import type { Addressable, Written } from './written.ts';

/** How far two texts agree from their start. */
function commonStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/**
 * The text after an edit, with each mention where it now stands. One that the edit touched inside is none any more.
 * `caret` is where the edit left it (UTF-16 code units): it tells which of several equal letters are the new ones.
 */
export function edited(before: Written, text: string, caret: number): Written {
  const most = Math.min(before.text.length, text.length);
  const end = commonEnd(before.text, text, Math.min(most, Math.max(0, text.length - caret)));
  const start = commonStart(before.text, text, most - end);
  const shift = text.length - before.text.length;
  const endOfChange = before.text.length - end;
  const mentions = before.mentions.flatMap((mention): MentionInput[] => {
    if (mention.end <= start) return [mention];
    if (mention.start >= endOfChange) return [{ ...mention, start: mention.start + shift, end: mention.end + shift }];
    return [];
  });
  return { text, mentions };
}

/** The same with one more mention, e.g. the one just chosen from the suggestions. */
export const withMention = (written: Written, mention: MentionInput): Written => ({
  text: written.text,
  mentions: [
    ...written.mentions.filter((other) => other.end <= mention.start || other.start >= mention.end),
    mention,
  ].toSorted((a, b) => a.start - b.start),
});

/** Who answers to which name: members, then everybody else, by the key of the name. */
export interface Names {
  people: ReadonlyMap<string, User>;
  wide: boolean;
  longest: number;
}

export function namesOf({ members, others, mayNotifyRoom }: Addressable): Names {
  const people = new Map([...others, ...members].map((user) => [nameKey(user.name), user]));
  // A key leaves out the joiners that the name is written with.
  const lengths = [...people].map(([key, { name }]) => Math.max(key.length, name.length));
  return { people, wide: mayNotifyRoom, longest: Math.max(4, ...lengths) };
}

const han = /\p{Script=Han}$/u;
/** Begins with what would make the name before it a longer one. */
const goesOn = /^[._-]*[\p{L}\p{N}_]/u;
const code = /```[\s\S]*?(?:```|$)|`[^`\n]*`/gu;
const at = /(?<![A-Za-z0-9._@/-])@/gu;

function named(text: string, start: number, { people, wide, longest }: Names): MentionInput | null {
  for (let length = Math.min(longest, text.length - start - 1); length > 0; length--) {
    const end = start + 1 + length;
    const name = nameKey(text.slice(start + 1, end));
    // Chinese has no space between a name and the next word.
    if (goesOn.test(text.slice(end)) && !han.test(name)) continue;
    if (wide && (name === 'room' || name === 'here')) return { kind: name, start, end };
    const user = people.get(name);
    if (user) return { kind: 'user', userId: user.id, start, end };
  }
  return null;
}

/** All mentions of a text: those that were chosen, and every `@name` typed by hand outside of code. In order. */
export function mentionsIn(written: Written, names: Names): MentionInput[] {
  const { text, mentions } = written;
  if (!text.includes('@')) return [];
  const taken = [...text.matchAll(code)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  taken.push(...mentions);
  const typed = [...text.matchAll(at)].flatMap(({ index }) => {
    if (taken.some((range) => index >= range.start && index < range.end)) return [];
    return named(text, index, names) ?? [];
  });
  return [...mentions, ...typed].toSorted((a, b) => a.start - b.start);
}

import { findMatches, type Span } from '#client/lib/matching.ts';
import type { MentionInput } from '#shared/messages.ts';
import type { User } from '#shared/users.ts';
import type { Addressable } from './written.ts';

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

type MentionOf = { kind: 'user'; userId: string } | { kind: 'room' } | { kind: 'here' };

/** One line of the suggestions, and what choosing it writes. */
export type Suggestion = { key: string; insert: string; mention?: MentionOf } & (
  | { kind: 'person'; user: User; member: boolean; spans: readonly Span[]; label: 'displayName' | 'name' }
  | { kind: 'wide'; who: 'room' | 'here' }
  | { kind: 'room'; name: string; spans: readonly Span[] }
  | { kind: 'emoji'; emoji: string; shortcode: string }
);

const most = { members: 8, others: 4, rooms: 8 };

function people(query: string, users: readonly User[], member: boolean, limit: number): Suggestion[] {
  const found = findMatches(query, users, (user) => [user.displayName, user.name], limit);
  return found.map(({ item, spans, label }) => ({
    kind: 'person',
    key: item.id,
    user: item,
    member,
    spans,
    label: label === 0 ? 'displayName' : 'name',
    insert: `@${item.name}`,
    mention: { kind: 'user', userId: item.id },
  }));
}

/** Members first, then the whole room, then people who are not in it. */
export function suggestPeople(query: string, { members, others, mayNotifyRoom }: Addressable): Suggestion[] {
  const active = (user: User) => user.deactivatedAt === null;
  const wide = (['room', 'here'] as const).filter((who) => mayNotifyRoom && who.startsWith(query.toLowerCase()));
  return [
    ...people(query, members.filter(active), true, most.members),
    ...wide.map((who): Suggestion => ({ kind: 'wide', key: who, who, insert: `@${who}`, mention: { kind: who } })),
    ...(query === '' ? [] : people(query, others.filter(active), false, most.others)),
  ];
}

export function suggestRooms(query: string, { rooms }: Addressable): Suggestion[] {
  return findMatches(query, rooms, (room) => [room.name], most.rooms).map(({ item, spans }) => ({
    kind: 'room',
    key: item.id,
    name: item.name,
    spans,
    insert: `#${item.name}`,
  }));
}

/** The mention that a choice makes, once its text stands at `start`. */
export function mentionAt(suggestion: Suggestion, start: number): MentionInput | null {
  return suggestion.mention ? { ...suggestion.mention, start, end: start + suggestion.insert.length } : null;
}

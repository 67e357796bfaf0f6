import { currentLanguage } from '#client/lib/i18n.ts';
import { part } from '#client/lib/load-part.ts';
import { findMatches, loadPinyin, type Span } from '#client/lib/matching.ts';
import type { User } from '#shared/users.ts';
import type { Token } from './token.ts';
import type { Addressable } from './written.ts';

type MentionOf = { kind: 'user'; userId: string } | { kind: 'room' } | { kind: 'here' };

/** One line of the suggestions, and what choosing it writes. */
export type Suggestion = { key: string; insert: string; mention?: MentionOf } & (
  | { kind: 'person'; user: User; member: boolean; spans: readonly Span[]; label: 'displayName' | 'name' }
  | { kind: 'wide'; who: 'room' | 'here' }
  | { kind: 'room'; name: string; spans: readonly Span[] }
  | { kind: 'emoji'; emoji: string; shortcode: string }
);

const most = { members: 8, others: 4, rooms: 8, emoji: 8 };

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

const loadEmoji = part(() => import('#client/features/reactions/emoji/emoji.ts'));

async function suggestEmoji(query: string): Promise<Suggestion[]> {
  const { emojiGroups, findEmoji } = await loadEmoji();
  const found = findEmoji(await emojiGroups(currentLanguage()), query, most.emoji);
  return found.map(({ emoji, shortcodes, label }) => ({
    kind: 'emoji',
    key: emoji,
    emoji,
    shortcode: shortcodes[0] ?? label,
    insert: emoji,
  }));
}

/** What a word suggests: emoji by their names, people and rooms also by how Chinese is read. */
export async function suggestionsFor(token: Token, addressable: Addressable): Promise<Suggestion[]> {
  if (token.trigger === ':') return suggestEmoji(token.query);
  await loadPinyin();
  return token.trigger === '@' ? suggestPeople(token.query, addressable) : suggestRooms(token.query, addressable);
}

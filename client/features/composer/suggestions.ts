import { currentLanguage } from '#client/lib/i18n.ts';
import { part } from '#client/lib/load-part.ts';
import { findMatches, loadPinyin } from '#client/lib/matching.ts';
import { nameKey } from '#shared/limits.ts';
import type { User } from '#shared/users.ts';
import type { Suggestion, Suggestions } from './suggestion.ts';
import type { Token } from './token.ts';
import type { MentionCandidates } from './draft.ts';

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

/** Members first, then the whole room, then people who are not in it; the reader last, only by name. */
export function suggestPeople(query: string, candidates: MentionCandidates): Suggestion[] {
  const { me, members, others, mayNotifyRoom } = candidates;
  // After a blank, only names that have another word.
  const fits = ({ displayName }: User) => !/\s$/u.test(query) || nameKey(displayName).startsWith(nameKey(query));
  const fitting = (users: readonly User[]) => users.filter((user) => user.deactivatedAt === null && fits(user));
  const [own, rest] = [members.filter(({ id }) => id === me), members.filter(({ id }) => id !== me)];
  const wide = (['room', 'here'] as const).filter((who) => mayNotifyRoom && who.startsWith(query.toLowerCase()));
  return [
    ...people(query, fitting(rest), true, most.members),
    ...wide.map((who): Suggestion => ({ kind: 'wide', key: who, who, insert: `@${who}`, mention: { kind: who } })),
    ...(query === '' ? [] : people(query, fitting(others), false, most.others)),
    ...(query === '' ? [] : people(query, fitting(own), true, 1)),
  ];
}

export function suggestRooms(query: string, { rooms }: MentionCandidates): Suggestion[] {
  return findMatches(query, rooms, (room) => [room.name], most.rooms).map(({ item, spans }) => ({
    kind: 'room',
    key: item.id,
    name: item.name,
    spans,
    insert: `#${item.name}`,
  }));
}

const loadEmoji = part(() => import('#client/features/reactions/emoji/emoji.ts'));

async function suggestEmoji(query: string): Promise<Suggestions> {
  const { emojiGroups, findEmoji } = await loadEmoji();
  const found = findEmoji(await emojiGroups(currentLanguage()), query, most.emoji);
  const word = query.toLowerCase();
  const named =
    found[0] && [...found[0].shortcodes, found[0].label.toLowerCase()].some((name) => name.startsWith(word));
  return {
    suggestions: found.map(({ emoji, shortcodes, label }) => ({
      kind: 'emoji',
      key: emoji,
      emoji,
      shortcode: shortcodes[0] ?? label,
      insert: emoji,
    })),
    // `:DD` and `:xD` are faces.
    preselected: named === true && /\p{L}.*\p{L}/u.test(query) && !/^[\p{Lu}\p{N}_+-]+$/u.test(query),
  };
}

// A name typed by hand may be followed by any word: a letter of it is no choice yet.
const oneLetterAfterBlank = /\s(?!\p{Script=Han})\S?$/u;

/** What a word suggests: emoji by their names, people and rooms also by how Chinese is read. */
export async function suggestionsFor(token: Token, candidates: MentionCandidates): Promise<Suggestions> {
  if (token.trigger === ':') return suggestEmoji(token.query);
  await loadPinyin();
  if (token.trigger === '#') return { suggestions: suggestRooms(token.query, candidates), preselected: true };
  const suggestions = suggestPeople(token.query, candidates);
  return { suggestions, preselected: !oneLetterAfterBlank.test(token.query) };
}

export { writeSuggestion } from './choosing.ts';

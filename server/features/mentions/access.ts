import { AppError } from '#shared/errors.ts';
import { limits, nameKey } from '#shared/limits.ts';
import { peopleIn } from '#shared/mentioning.ts';
import type { Mention, MentionInput } from '#shared/messages.ts';
import { inArray } from 'drizzle-orm';
import type { Presence } from '#server/platform/realtime/presence.ts';
import type { Db } from '#server/platform/db/store.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { memberIds, membersAmong } from '#server/features/rooms/queries.ts';
import { users } from '#server/features/users/tables.ts';

export interface ClaimedMentions {
  text: string;
  mentions: readonly MentionInput[];
  /** The person knows that the whole of a large room is notified. */
  confirmed: boolean;
}

/** The people whom `@here` may call, by id. */
export type Present = Pick<ReadonlySet<string>, 'has'>;

const nobody: Present = new Set();

/** Who is present, if anybody is called by it. For before the write: nothing inside a write asks presence. */
export const presentFor = (mentions: readonly MentionInput[], presence: Presence): Present =>
  mentions.some(({ kind }) => kind === 'here') ? presence.onlineIds() : nobody;

/**
 * Holds the mentions a client claims against the text and the room. Throws `mention_invalid` when a range does not
 * cover `@` and the name, ranges overlap, somebody is not a member, or a direct room is called as a whole;
 * `mention_needs_confirmation` for `@room` and `@here` in a large room; `invalid_input` when they name too many people.
 * What an edited message said `before` stays right: people who have left since, and who was here.
 */
export async function validateMentions(
  db: Db,
  room: MemberRoom,
  claimed: ClaimedMentions,
  present: Present,
  before: readonly Mention[] = [],
): Promise<Mention[]> {
  const { text, mentions } = claimed;
  if (mentions.length === 0) return [];
  if (peopleIn(mentions).length > limits.mentionsPerMessage) {
    throw new AppError('invalid_input', { field: 'mentions', limit: limits.mentionsPerMessage });
  }
  const sorted = mentions.toSorted((a, b) => a.start - b.start);
  if (sorted.some((mention, i) => i > 0 && mention.start < (sorted[i - 1]?.end ?? 0))) refuse();
  const names = await memberNames(db, room, sorted, before);
  for (const mention of sorted) {
    const name = mention.kind === 'user' ? names.get(mention.userId) : mention.kind;
    const covered = text.slice(mention.start, mention.end);
    if (!name || nameKey(covered) !== nameKey(`@${name}`)) refuse();
  }
  const known = new Set(before.map(({ kind }) => kind));
  const wide = sorted.some(({ kind }) => kind !== 'user' && !known.has(kind));
  if (wide) room.require('mentionEverybody', 'mentions');
  if (wide && !claimed.confirmed && room.memberCount > limits.askBeforeNotifying) {
    throw new AppError('mention_needs_confirmation', { field: 'mentions', limit: room.memberCount });
  }
  const here = before.find((mention) => mention.kind === 'here');
  const called = sorted.some((mention) => mention.kind === 'here')
    ? (here?.userIds ?? (await memberIds(db, room.roomId)).filter((id) => id !== room.userId && present.has(id)))
    : [];
  // Only the first `@here` carries the ids: 200 of them in a room of 1,000 would store 5 MB.
  const first = sorted.find(({ kind }) => kind === 'here');
  return sorted.map((mention) =>
    mention.kind === 'here' ? { ...mention, userIds: mention === first ? called : [] } : mention,
  );
}

function refuse(): never {
  throw new AppError('mention_invalid', { field: 'mentions' });
}

async function memberNames(
  db: Db,
  room: MemberRoom,
  mentions: readonly MentionInput[],
  before: readonly Mention[],
): Promise<Map<string, string>> {
  const ids = peopleIn(mentions);
  if (ids.length === 0) return new Map();
  const members = await membersAmong(db, room.roomId, ids);
  for (const mention of before) if (mention.kind === 'user') members.add(mention.userId);
  if (ids.some((id) => !members.has(id))) refuse();
  const u = db.of(users);
  const rows = await db.select({ id: u.id, name: u.name }).from(u).where(inArray(u.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

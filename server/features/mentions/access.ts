import { AppError } from '#shared/errors.ts';
import { limits, nameKey } from '#shared/limits.ts';
import type { Mention, MentionInput } from '#shared/messages.ts';
import { inArray } from 'drizzle-orm';
import type { Db } from '#server/platform/db/store.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { memberIds, membersAmong } from '#server/features/rooms/queries.ts';

export interface ClaimedMentions {
  text: string;
  mentions: readonly MentionInput[];
  /** The person knows that the whole of a large room is notified. */
  confirmed: boolean;
}

/**
 * Holds the mentions a client claims against the text and the room. Throws `mention_invalid` when a range does not
 * cover `@` and the name, ranges overlap, or somebody is not a member; `mention_needs_confirmation` for `@room` and
 * `@here` in a large room.
 */
export async function provenMentions(
  db: Db,
  room: MemberRoom,
  claimed: ClaimedMentions,
  isOnline: (userId: string) => boolean,
): Promise<Mention[]> {
  const { text, mentions } = claimed;
  if (mentions.length === 0) return [];
  const sorted = mentions.toSorted((a, b) => a.start - b.start);
  if (sorted.some((mention, i) => i > 0 && mention.start < (sorted[i - 1]?.end ?? 0))) refuse();
  const names = await memberNames(db, room, sorted);
  for (const mention of sorted) {
    const name = mention.kind === 'user' ? names.get(mention.userId) : mention.kind;
    const covered = text.slice(mention.start, mention.end);
    if (!name || nameKey(covered) !== nameKey(`@${name}`)) refuse();
  }
  const wide = sorted.some((mention) => mention.kind !== 'user');
  if (wide && !claimed.confirmed && room.memberCount > limits.askBeforeNotifying) {
    throw new AppError('mention_needs_confirmation', { field: 'mentions', limit: room.memberCount });
  }
  const present = sorted.some((mention) => mention.kind === 'here')
    ? (await memberIds(db, room.roomId)).filter((id) => id !== room.userId && isOnline(id))
    : [];
  return sorted.map((mention) => (mention.kind === 'here' ? { ...mention, userIds: present } : mention));
}

function refuse(): never {
  throw new AppError('mention_invalid', { field: 'mentions' });
}

async function memberNames(
  db: Db,
  room: MemberRoom,
  mentions: readonly MentionInput[],
): Promise<Map<string, string>> {
  const ids = [...new Set(mentions.flatMap((mention) => (mention.kind === 'user' ? [mention.userId] : [])))];
  if (ids.length === 0) return new Map();
  const members = await membersAmong(db, room.roomId, ids);
  if (members.size !== ids.length) refuse();
  const { users } = db.tables;
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

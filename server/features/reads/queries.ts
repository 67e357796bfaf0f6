import { and, asc, eq, gte, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { ReadMark } from '#shared/reads.ts';
import { limits } from '#shared/limits.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { mentions } from '#server/features/mentions/tables.ts';
import { messages } from '#server/features/messages/tables.ts';

/** Nested once more, because Drizzle drops table names from the columns of a selection with one table. */
const subquery = (inner: SQL): SQL<number> => sql<number>`${inner}`;

/** Messages after the read mark of the `memberships` row at hand; own, recalled and system messages never count. */
export function unreadCountSql(db: Db): SQL<number> {
  const m = db.of(memberships);
  const x = db.of(messages);
  return subquery(sql`(select count(*) from ${x} where ${x.roomId} = ${m.roomId} and ${x.rev} > ${m.lastReadRev}
    and ${x.authorId} <> ${m.userId} and ${x.recalledAt} is null and ${x.notice} is null)`);
}

/** Messages that call the person after the read mark, by name or as part of the room; an edit may call later than the message. */
export function mentionCountSql(db: Db): SQL<number> {
  const m = db.of(memberships);
  const x = db.of(mentions);
  return subquery(sql`(select count(distinct ${x.messageId}) from ${x} where ${x.roomId} = ${m.roomId}
    and ${x.userId} in (${m.userId}, '') and ${x.authorId} <> ${m.userId} and ${isUnreadCall(db)})`);
}

/** Whether the `mentions` row at hand calls after the read mark, and nothing of its message called before. */
export function isUnreadCall(db: Db): SQL {
  const m = db.of(memberships);
  const x = db.of(mentions);
  return sql`${x.rev} > ${m.lastReadRev} and not exists (select 1 from ${x} as earlier
    where earlier.message_id = ${x.messageId} and earlier.user_id in (${m.userId}, '') and earlier.rev <= ${m.lastReadRev})`;
}

const counts = prepared('reads_counts', (db) => {
  const m = db.of(memberships);
  return db
    .select({ unreadCount: unreadCountSql(db), mentionCount: mentionCountSql(db) })
    .from(m)
    .where(and(eq(m.roomId, sql.placeholder('roomId')), eq(m.userId, sql.placeholder('userId'))));
});

/** What is unread for a member now. */
export async function unreadCounts(
  db: Db,
  { roomId, userId }: MemberRoom,
): Promise<{ unreadCount: number; mentionCount: number }> {
  const [row] = await counts(db).execute({ roomId, userId });
  return { unreadCount: Number(row?.unreadCount ?? 0), mentionCount: Number(row?.mentionCount ?? 0) };
}

/**
 * Who else was there for a message and has read that far, or nobody where the room is too large for receipts. Whoever
 * came later starts with all before them read: that does not say that they saw it.
 */
export async function seenBy(
  db: Db,
  room: MemberRoom,
  { rev, authorId, createdAt }: { rev: number; authorId: string; createdAt: number },
): Promise<ReadMark[]> {
  if (room.memberCount > limits.receiptMembers) return [];
  const m = db.of(memberships);
  return db
    .select({ userId: m.userId, lastReadRev: m.lastReadRev })
    .from(m)
    .where(and(eq(m.roomId, room.roomId), gte(m.lastReadRev, rev), lte(m.joinedAt, createdAt), ne(m.userId, authorId)))
    .orderBy(asc(m.userId));
}

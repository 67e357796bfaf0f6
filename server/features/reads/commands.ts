import { and, eq } from 'drizzle-orm';
import type { ReadMark } from '#shared/reads.ts';
import { limits } from '#shared/limits.ts';
import { append, headRev, nextRev } from '#server/platform/db/log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { unreadCounts } from './queries.ts';

/** Moves the mark forward to `rev`, never past the newest one and never back. */
export async function markRead(tx: Tx, room: MemberRoom, rev: number): Promise<ReadMark> {
  const reached = Math.min(rev, await headRev(tx.db));
  return reached > room.lastReadRev ? moveMark(tx, room, reached) : unmoved(room);
}

/** Moves the mark to just before `rev`, so that the message there and all after it are unread. */
export async function markUnread(tx: Tx, room: MemberRoom, rev: number): Promise<ReadMark> {
  return rev - 1 === room.lastReadRev ? unmoved(room) : moveMark(tx, room, rev - 1);
}

const unmoved = ({ userId, lastReadRev }: MemberRoom): ReadMark => ({ userId, lastReadRev });

async function moveMark(tx: Tx, room: MemberRoom, lastReadRev: number): Promise<ReadMark> {
  const { memberships } = tx.db.tables;
  const { roomId, userId } = room;
  await tx.db
    .update(memberships)
    .set({ lastReadRev })
    .where(and(eq(memberships.roomId, roomId), eq(memberships.userId, userId)));
  const rev = await nextRev(tx);
  await append(tx, {
    kind: 'read.marked',
    rev,
    at: tx.now,
    roomId,
    // In a large room everybody's reading would be news for everybody: it stays the reader's own.
    userId: room.memberCount > limits.receiptMembers ? userId : null,
    by: userId,
    lastReadRev,
    ...(await unreadCounts(tx.db, room)),
  });
  return { userId, lastReadRev };
}

import { and, eq } from 'drizzle-orm';
import type { ReadMark } from '#shared/reads.ts';
import { limits } from '#shared/limits.ts';
import type { ReadReceipts } from '#server/platform/realtime/read-receipts.ts';
import { append, headRev, nextRev } from '#server/platform/log/event-log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { unreadCounts } from './queries.ts';
import { memberships } from '#server/features/memberships/tables.ts';

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
  const m = tx.db.of(memberships);
  const { roomId, userId } = room;
  await tx.db
    .update(m)
    .set({ lastReadRev })
    .where(and(eq(m.roomId, roomId), eq(m.userId, userId)));
  const rev = await nextRev(tx);
  await append(tx, {
    kind: 'read.marked',
    rev,
    at: tx.now,
    roomId,
    // To the reader's own devices: as a fact for the whole room, every message would make a row for every reader to all.
    userId,
    by: userId,
    lastReadRev,
    ...(await unreadCounts(tx.db, room)),
  });
  return { userId, lastReadRev };
}

/** Shows the others of a small room how far somebody has read. For after the commit. */
export function shareMark(receipts: ReadReceipts, before: MemberRoom, mark: ReadMark): void {
  if (before.memberCount > limits.receiptMembers || mark.lastReadRev === before.lastReadRev) return;
  receipts.add(before.roomId, mark);
}

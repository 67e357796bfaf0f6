import { count, eq } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { maxPinsPerRoom } from '#shared/pins.ts';
import { postNotice } from '#server/features/memberships/commands.ts';
import type { ReadableMessage } from '#server/features/messages/access.ts';
import { assembleOne } from '#server/features/messages/queries.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { append, headRev, nextRev } from '#server/platform/log/event-log.ts';
import { pins } from './tables.ts';

/** Pins the message and posts a notice; a second time changes nothing. Resolves to a rev at which it is pinned. */
export async function addPin(tx: Tx, target: ReadableMessage): Promise<number> {
  target.require('pin');
  const { row, room } = target;
  const p = tx.db.of(pins);
  const [before] = await tx.db.select({ rev: p.rev }).from(p).where(eq(p.messageId, row.id));
  if (before) return before.rev;
  const [pinned] = await tx.db.select({ count: count() }).from(p).where(eq(p.roomId, row.roomId));
  if ((pinned?.count ?? 0) >= maxPinsPerRoom) throw new AppError('limit_reached', { limit: maxPinsPerRoom });
  const rev = await nextRev(tx);
  const { roomId } = row;
  await tx.db.insert(p).values({ messageId: row.id, roomId, pinnedBy: room.userId, rev, pinnedAt: tx.now });
  const message = await assembleOne(tx.db, row);
  await append(tx, { kind: 'pin.added', rev, at: tx.now, roomId, userId: null, message, by: room.userId });
  await postNotice(tx, roomId, room.userId, { type: 'message', action: 'pin', messageId: row.id });
  return rev;
}

/** Removes the pin from the message, no matter who set it. Resolves to a rev at which it is not pinned. */
export async function removePin(tx: Tx, target: ReadableMessage): Promise<number> {
  target.require('pin');
  const { row, room } = target;
  const p = tx.db.of(pins);
  const gone = await tx.db.delete(p).where(eq(p.messageId, row.id)).returning({ messageId: p.messageId });
  if (gone.length === 0) return headRev(tx.db);
  const rev = await nextRev(tx);
  const header = { rev, at: tx.now, roomId: row.roomId, userId: null };
  await append(tx, { kind: 'pin.removed', ...header, messageId: row.id, by: room.userId });
  return rev;
}

/** A recalled message is pinned no longer; `message.recalled` says so to the pages. */
export async function dropPin(tx: Tx, messageId: string): Promise<void> {
  const p = tx.db.of(pins);
  await tx.db.delete(p).where(eq(p.messageId, messageId));
}

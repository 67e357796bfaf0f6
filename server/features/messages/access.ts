import { AppError } from '#shared/errors.ts';
import { mayChangeMessage, mayManageRoom, mayRecallMessage } from '#shared/permissions.ts';
import type { Db } from '#server/platform/db/store.ts';
import { memberRoom, type MemberRoom } from '#server/features/rooms/access.ts';
import { getUser } from '#server/features/users/queries.ts';
import { findMessage, type MessageRow } from './queries.ts';

/** A message together with the proof that a person may read it. */
export interface ReadableMessage {
  readonly row: MessageRow;
  readonly room: MemberRoom;
}

/** Throws `message_unknown` for a message that does not exist and for one in a room of others, alike. */
export async function readableMessage(db: Db, userId: string, messageId: string): Promise<ReadableMessage> {
  const row = await findMessage(db, messageId);
  try {
    return { row, room: await memberRoom(db, userId, row.roomId) };
  } catch (reason) {
    if (!(reason instanceof AppError)) throw reason;
    throw new AppError('message_unknown', { field: 'messageId' });
  }
}

/** Whether a person may read the message now. */
export async function mayRead(db: Db, userId: string, { roomId }: Pick<MessageRow, 'roomId'>): Promise<boolean> {
  try {
    await memberRoom(db, userId, roomId);
    return true;
  } catch (reason) {
    if (!(reason instanceof AppError)) throw reason;
    return false;
  }
}

/** Throws `message_recalled` or `forbidden` unless the person may edit it. */
export function assertOwnWords({ row, room }: ReadableMessage): void {
  assertStands(row);
  if (!mayChangeMessage(authored(row), room.userId)) throw new AppError('forbidden', { field: 'messageId' });
}

/** Throws `message_recalled` or `forbidden` unless the person may recall it: their own, or in a room they manage any. */
export async function assertRecallable(db: Db, { row, room }: ReadableMessage): Promise<void> {
  assertStands(row);
  // Read now, because a socket may be older than the loss of a role.
  const { role } = await getUser(db, room.userId);
  if (!mayRecallMessage(authored(row), room.userId, mayManageRoom(room.role, role))) {
    throw new AppError('forbidden', { field: 'messageId' });
  }
}

function assertStands({ recalledAt }: MessageRow): void {
  if (recalledAt !== null) throw new AppError('message_recalled', { field: 'messageId' });
}

const authored = (row: MessageRow) => ({ ...row, notice: row.notice ?? null });

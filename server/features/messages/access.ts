import { AppError } from '#shared/errors.ts';
import { mayChangeMessage } from '#shared/permissions.ts';
import type { Db } from '#server/platform/db/store.ts';
import { memberRoom, type MemberRoom } from '#server/features/rooms/access.ts';
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

/** Throws `message_recalled` or `forbidden` unless the person may edit and recall it. */
export function assertOwnWords({ row, room }: ReadableMessage): void {
  if (row.recalledAt !== null) throw new AppError('message_recalled', { field: 'messageId' });
  const authored = { ...row, notice: row.notice ?? null };
  if (!mayChangeMessage(authored, room.userId)) throw new AppError('forbidden', { field: 'messageId' });
}

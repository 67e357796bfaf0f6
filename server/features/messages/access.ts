import { AppError } from '#shared/errors.ts';
import { type MessagePermission, messageRules } from '#shared/permissions.ts';
import type { Db } from '#server/platform/db/store.ts';
import { memberRoom, type MemberRoom } from '#server/features/rooms/access.ts';
import { findMessage, type MessageRow } from './queries.ts';

/** A message together with the proof that a person may read it. */
export class ReadableMessage {
  private constructor(
    readonly row: MessageRow,
    readonly room: MemberRoom,
  ) {}

  /** Throws `message_unknown` for a message that does not exist and for one in a room of others, alike. */
  static async prove(db: Db, userId: string, messageId: string): Promise<ReadableMessage> {
    const row = await findMessage(db, messageId);
    const room = await roomIfMember(db, userId, row.roomId);
    if (!room) throw new AppError('message_unknown', { field: 'messageId' });
    const message = new ReadableMessage(row, room);
    message.require('read');
    return message;
  }

  /** Throws `message_unknown` for a message of another room; `field` is the input at fault. */
  static async inRoom(db: Db, room: MemberRoom, messageId: string, field: string): Promise<ReadableMessage> {
    const row = await findMessage(db, messageId);
    if (row.roomId !== room.roomId) throw new AppError('message_unknown', { field });
    return new ReadableMessage(row, room);
  }

  /** Throws the reason why the person may not do this. */
  require(permission: MessagePermission): void {
    const reason = messageRules[permission](this.room, this.row);
    if (reason !== null) throw new AppError(reason, { field: 'messageId' });
  }
}

export const readableMessage = (db: Db, userId: string, messageId: string) =>
  ReadableMessage.prove(db, userId, messageId);

/** Whether a person may read the message now. */
export const mayRead = async (db: Db, userId: string, { roomId }: Pick<MessageRow, 'roomId'>): Promise<boolean> =>
  (await roomIfMember(db, userId, roomId)) !== null;

async function roomIfMember(db: Db, userId: string, roomId: string): Promise<MemberRoom | null> {
  try {
    return await memberRoom(db, userId, roomId);
  } catch (reason) {
    if (!(reason instanceof AppError)) throw reason;
    return null;
  }
}

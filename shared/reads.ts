import { z } from 'zod';
import { toRoomOrUser } from './event-headers.ts';
import { messageId } from './messages.ts';
import { roomId } from './rooms.ts';

/**
 * `rev` is the newest the reader knows of: that of a message, or of a later event, which reads all before it. A mention
 * that an edit added has the rev of the edit.
 */
export const markReadInput = z.object({ roomId, rev: z.number().int().min(0) });
export const markUnreadInput = z.object({ messageId });
/** How far a person has read a room. */
export interface ReadMark {
  userId: string;
  lastReadRev: number;
}

/**
 * A read mark moved, forwards or back; durable for its reader alone, whom the hint `reads` informs of the others. Rows of
 * earlier releases have no `userId` and reach the room. The counts are the marker's own.
 */
export const readEvents = [
  z.object({
    kind: z.literal('read.marked'),
    ...toRoomOrUser,
    by: z.string(),
    lastReadRev: z.number(),
    unreadCount: z.number(),
    mentionCount: z.number(),
  }),
] as const;

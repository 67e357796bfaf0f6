import { z } from 'zod';
import { messageId } from './messages.ts';
import { roomId } from './rooms.ts';

/**
 * `rev` is the newest the reader knows of: that of a message, or of a later event, which reads all before it. A mention
 * that an edit added has the rev of the edit.
 */
export const markReadInput = z.object({ roomId, rev: z.number().int().min(0) });
export const markUnreadInput = z.object({ messageId });
/** Where a person's reading of a room stands. */
export interface ReadMark {
  userId: string;
  lastReadRev: number;
}

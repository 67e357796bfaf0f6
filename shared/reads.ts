import { z } from 'zod';
import { messageId } from './messages.ts';
import { roomId } from './rooms.ts';

export const markReadInput = z.object({ roomId, rev: z.number().int().min(0) });
export const markUnreadInput = z.object({ messageId });
/** Where a person's reading of a room stands. */
export interface ReadMark {
  userId: string;
  lastReadRev: number;
}

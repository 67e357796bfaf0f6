import { z } from 'zod';
import { roomId } from './rooms.ts';
import { signals } from './signals.ts';

export const presenceStatus = z.enum(['online', 'away', 'offline']);
export type PresenceStatus = z.infer<typeof presenceStatus>;
/** Who is not offline; everybody else is. */
export type PresenceMap = Record<string, PresenceStatus>;

export const tabId = z.string().min(1).max(64);
export const presenceInput = z.object({ tabId, active: z.boolean() });
export const signalInput = z.object({ roomId, signal: z.enum(signals), on: z.boolean() });

import { z } from 'zod';
import { toRoom } from './event-headers.ts';
import { message } from './messages.ts';

export const maxPinsPerRoom = 100;

export const pinEvents = [
  z.object({ kind: z.literal('pin.added'), ...toRoom, message, by: z.string() }),
  z.object({ kind: z.literal('pin.removed'), ...toRoom, messageId: z.string(), by: z.string() }),
] as const;

/** A pinned message as the list of its room shows it. `pinnedAt` is in ms since 1970. */
export interface Pin {
  messageId: string;
  authorId: string;
  text: string;
  createdAt: number;
  pinnedBy: string;
  pinnedAt: number;
}
/** The pins of a room at `rev`, the newest first. */
export interface Pins {
  rev: number;
  pins: Pin[];
}

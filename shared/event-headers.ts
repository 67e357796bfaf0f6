import { z } from 'zod';

/**
 * What every stored event has: `rev`, its place in the log, and its time in ms. Whom it reaches follows from two fields:
 * `userId` set, that person; else `roomId` set, the room's members; else the whole workspace.
 */
const header = { rev: z.number().int(), at: z.number() };
export const toRoom = { ...header, roomId: z.string(), userId: z.null() };
export const toUser = { ...header, roomId: z.string().nullable(), userId: z.string() };
export const toRoomOrUser = { ...header, roomId: z.string(), userId: z.string().nullable() };
export const toAll = { ...header, roomId: z.null(), userId: z.null() };

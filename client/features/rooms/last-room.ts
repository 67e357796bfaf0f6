import { readStored, store } from '#client/lib/storage.ts';

const key = (meId: string) => `parley.lastRoom.${meId}`;

/** The room to open first at the next visit of this device. */
export const rememberRoom = (meId: string, roomId: string): void => store(key(meId), roomId);
export const lastRoom = (meId: string): string | null => readStored(key(meId));

import type { RoomSummary } from '#shared/rooms.ts';
import { roomsSnapshot } from './snapshot.ts';
import { useQuery } from '@tanstack/react-query';

const none: RoomSummary[] = [];

/** One's rooms; empty until they are loaded. */
export function useRooms(): RoomSummary[] {
  const { data } = useQuery(roomsSnapshot.query());
  return data?.rooms ?? none;
}

export function useRoom(roomId: string): RoomSummary | undefined {
  return useRooms().find((room) => room.id === roomId);
}

/** A direct room is shown once something was said in it; to who opened it, at once. */
export const isShown = (room: RoomSummary, meId: string, currentId: string | null): boolean =>
  room.kind !== 'direct' || room.lastMessageRev > 0 || room.createdBy === meId || room.id === currentId;

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The order of the sidebar: the lobby, then by name; archived ones last. */
export const byName = (a: RoomSummary, b: RoomSummary): number =>
  Number(b.lobby) - Number(a.lobby) ||
  Number(a.archivedAt !== null) - Number(b.archivedAt !== null) ||
  names.compare(a.name, b.name);

/** The newest conversation first. */
export const byRecency = (a: RoomSummary, b: RoomSummary): number =>
  Math.max(b.lastMessageAt, b.createdAt) - Math.max(a.lastMessageAt, a.createdAt);

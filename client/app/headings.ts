import type { RoomSummary } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { titleOf } from '#client/features/rooms/room-view.ts';

/** A room as a heading shows it: `#general`, or the people of a direct room. */
export const headingOf = (room: RoomSummary, users: ReadonlyMap<string, User>, meId: string): string =>
  room.kind === 'direct' ? titleOf(room, users, meId) : `#${room.name}`;

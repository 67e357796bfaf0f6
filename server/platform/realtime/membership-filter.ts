import type { LogEvent } from '#shared/events.ts';

/** Which events of a stretch of the log reach a person: a room's count from entering it to leaving it. */
export class MembershipFilter {
  readonly rooms: Set<string>;

  constructor(
    private readonly userId: string,
    roomIds: Iterable<string>,
  ) {
    this.rooms = new Set(roomIds);
  }

  /** To be asked of every event once, in the order of revs. */
  includes(event: LogEvent): boolean {
    if (event.userId === null) return event.roomId === null || this.rooms.has(event.roomId);
    if (event.userId !== this.userId) return false;
    if (event.kind === 'room.joined') this.rooms.add(event.room.id);
    if (event.kind === 'room.left') this.rooms.delete(event.leftRoomId);
    return true;
  }
}

/** Who is in `roomIds` after these events was in the returned rooms before them. */
export function roomsBefore(events: readonly LogEvent[], userId: string, roomIds: Iterable<string>): Set<string> {
  const rooms = new Set(roomIds);
  for (const event of events.toReversed()) {
    if (event.userId !== userId) continue;
    if (event.kind === 'room.joined') rooms.delete(event.room.id);
    if (event.kind === 'room.left') rooms.add(event.leftRoomId);
  }
  return rooms;
}

import type { EventOf, LogEvent } from '#shared/events.ts';
import { isMentioned } from '#shared/mentioning.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { Outputs } from '#client/lib/trpc.ts';

export type RoomsSnapshot = Outputs['rooms']['list'];

/** One's rooms with their counts, after an event. Null when only the server knows whether a mention that went was unread. */
export function applyToRooms(snapshot: RoomsSnapshot, event: LogEvent, meId: string): RoomsSnapshot | null {
  if (event.kind === 'room.joined') {
    const others = snapshot.rooms.filter((room) => room.id !== event.room.id);
    return { ...snapshot, rooms: [...others, event.room].sort(byAge) };
  }
  if (event.kind === 'room.left') {
    return { ...snapshot, rooms: snapshot.rooms.filter((room) => room.id !== event.leftRoomId) };
  }
  const index = snapshot.rooms.findIndex((room) => room.id === event.roomId);
  const before = snapshot.rooms[index];
  if (!before) return snapshot;
  const after = applyToRoom(before, event, meId);
  if (after === null) return null;
  return after === before ? snapshot : { ...snapshot, rooms: snapshot.rooms.with(index, after) };
}

const byAge = (a: RoomSummary, b: RoomSummary): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

function applyToRoom(room: RoomSummary, event: LogEvent, meId: string): RoomSummary | null {
  switch (event.kind) {
    case 'message.posted':
      return posted(room, event, meId);
    case 'message.edited':
      return edited(room, event, meId);
    case 'message.recalled':
      return recalled(room, event, meId);
    case 'member.joined':
    case 'member.left':
      return { ...room, memberCount: event.memberCount };
    case 'member.changed':
      return event.memberId === meId ? { ...room, role: event.role } : room;
    case 'room.updated':
      return { ...room, ...event.room };
    case 'read.marked': {
      if (event.by !== meId) return room;
      const { lastReadRev, unreadCount, mentionCount } = event;
      return { ...room, lastReadRev, unreadCount, mentionCount };
    }
    default:
      return room;
  }
}

function posted(room: RoomSummary, { message }: EventOf<'message.posted'>, meId: string): RoomSummary {
  const latest = { ...room, lastMessageRev: message.rev, lastMessageAt: message.createdAt };
  if (message.authorId === meId || message.notice !== null || message.rev <= room.lastReadRev) return latest;
  const mentions = isMentioned(message.mentions, meId) ? 1 : 0;
  return { ...latest, unreadCount: room.unreadCount + 1, mentionCount: room.mentionCount + mentions };
}

function edited(room: RoomSummary, event: EventOf<'message.edited'>, meId: string): RoomSummary | null {
  const { message, previousMentions } = event;
  if (message.authorId === meId) return room;
  const change = Number(isMentioned(message.mentions, meId)) - Number(isMentioned(previousMentions, meId));
  // An edit calls those it names again, though they have read the message.
  if (change >= 0) return change === 0 ? room : { ...room, mentionCount: room.mentionCount + 1 };
  return uncalled(room, message.rev);
}

/** Somebody is no longer called by a message. One that is read may have called later, by an edit. */
function uncalled(room: RoomSummary, messageRev: number): RoomSummary | null {
  if (messageRev > room.lastReadRev) return { ...room, mentionCount: room.mentionCount - 1 };
  return room.mentionCount === 0 ? room : null;
}

function recalled(room: RoomSummary, event: EventOf<'message.recalled'>, meId: string): RoomSummary | null {
  if (event.authorId === meId) return room;
  const after = isMentioned(event.previousMentions, meId) ? uncalled(room, event.messageRev) : room;
  if (after === null || event.messageRev <= room.lastReadRev) return after;
  return { ...after, unreadCount: after.unreadCount - 1 };
}

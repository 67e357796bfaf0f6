import type { EventOf, LogEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import { isMentioned } from '#shared/mentioning.ts';
import type { Member, RoomSummary } from '#shared/rooms.ts';
import type { Outputs } from '#client/lib/trpc.ts';

export type RoomsSnapshot = Outputs['rooms']['list'];
export type MembersSnapshot = Outputs['rooms']['members'];

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
  // An edit calls those it names anew, though they have read the message.
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

/** One room's people, after a hint of how far the others have read. The reader's own mark comes by the log. */
export function applyReads(snapshot: MembersSnapshot, { marks }: EventOf<'reads'>, meId: string): MembersSnapshot {
  const members = snapshot.members.map((member) => {
    const lastReadRev = member.userId === meId ? undefined : marks[member.userId];
    return lastReadRev === undefined ? member : { ...member, lastReadRev };
  });
  return { ...snapshot, members };
}

/** One room's people, after an event. Null when the room shrank to where read marks show: they were not told. */
export function applyToMembers(snapshot: MembersSnapshot, event: LogEvent, meId: string): MembersSnapshot | null {
  switch (event.kind) {
    case 'member.joined': {
      const newer = new Set(event.members.map((member) => member.userId));
      const members = [...snapshot.members.filter((member) => !newer.has(member.userId)), ...event.members];
      return { ...snapshot, members: members.sort(byJoining).map((member) => shownMark(member, members.length, meId)) };
    }
    case 'member.changed':
      return { ...snapshot, members: snapshot.members.map((member) => changed(member, event)) };
    case 'member.left': {
      const members = snapshot.members.filter((member) => member.userId !== event.memberId);
      return members.length === limits.receiptMembers ? null : { ...snapshot, members };
    }
    case 'read.marked':
      return { ...snapshot, members: snapshot.members.map((member) => marked(member, event)) };
    default:
      return snapshot;
  }
}

const byJoining = (a: Member, b: Member): number => a.joinedAt - b.joinedAt || (a.userId < b.userId ? -1 : 1);

/** In a large room nobody else's reading is told. */
const shownMark = (member: Member, memberCount: number, meId: string): Member =>
  memberCount > limits.receiptMembers && member.userId !== meId ? { ...member, lastReadRev: 0 } : member;

const changed = (member: Member, { memberId, role }: EventOf<'member.changed'>): Member =>
  member.userId === memberId ? { ...member, role } : member;

const marked = (member: Member, { by, lastReadRev }: EventOf<'read.marked'>): Member =>
  member.userId === by ? { ...member, lastReadRev } : member;

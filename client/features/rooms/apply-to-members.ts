import type { EventOf, Hint, LogEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import type { Member } from '#shared/rooms.ts';
import type { Outputs } from '#client/lib/trpc.ts';

type MembersSnapshot = Outputs['rooms']['members'];

/** One room's people, after a hint of how far the others have read. The reader's own mark comes by the log. */
export function applyReads(snapshot: MembersSnapshot, hint: Hint, meId: string): MembersSnapshot {
  if (hint.kind !== 'reads') return snapshot;
  const { marks } = hint;
  const members = snapshot.members.map((member) => {
    const lastReadRev = member.userId === meId ? undefined : marks[member.userId];
    return lastReadRev === undefined ? member : { ...member, lastReadRev };
  });
  return { ...snapshot, members };
}

/** One room's people, after an event. Null when the room shrank to where read marks show: their hints were not sent. */
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

/** In a large room the read marks of others are not sent. */
const shownMark = (member: Member, memberCount: number, meId: string): Member =>
  memberCount > limits.receiptMembers && member.userId !== meId ? { ...member, lastReadRev: 0 } : member;

const changed = (member: Member, { memberId, role }: EventOf<'member.changed'>): Member =>
  member.userId === memberId ? { ...member, role } : member;

const marked = (member: Member, { by, lastReadRev }: EventOf<'read.marked'>): Member =>
  member.userId === by ? { ...member, lastReadRev } : member;

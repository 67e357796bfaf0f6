import type { RoomSummary } from '#shared/rooms.ts';

/** A room to spread. */
export const someRoom: RoomSummary = {
  id: 'garden',
  kind: 'public',
  name: 'garden',
  topic: '',
  createdBy: 'ann',
  createdAt: 1,
  archivedAt: null,
  lobby: false,
  memberCount: 3,
  directUserIds: [],
  role: 'member',
  joinedAt: 1,
  lastReadRev: 10,
  unreadCount: 0,
  mentionCount: 0,
  lastMessageRev: 20,
  lastMessageAt: 1,
};

import { z } from 'zod';
import { toRoom, toUser } from './event-headers.ts';
import { limits } from './limits.ts';
import { id, optionalLine, text } from './text.ts';
import { userId } from './users.ts';

export const roomKind = z.enum(['public', 'private', 'direct']);
export type RoomKind = z.infer<typeof roomKind>;
export const memberRole = z.enum(['owner', 'member']);
export type MemberRole = z.infer<typeof memberRole>;
export const roomId = id;

/** A room as such, the same for everybody. Times are ms since 1970. */
export const room = z.object({
  id: z.string(),
  kind: roomKind,
  /** Empty for a direct room: the page names it by its people. */
  name: z.string(),
  topic: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
});
export type Room = z.infer<typeof room>;

/** A room as one member sees it. `unreadCount` and `mentionCount` follow from `lastReadRev`. */
export const roomSummary = room.extend({
  lobby: z.boolean(),
  memberCount: z.number().int(),
  /** The people of a direct room, the reader included; empty for other kinds. */
  directUserIds: z.array(z.string()),
  role: memberRole,
  joinedAt: z.number(),
  lastReadRev: z.number().int(),
  unreadCount: z.number().int(),
  mentionCount: z.number().int(),
  /** `rev` and time of the newest message, 0 without one. */
  lastMessageRev: z.number().int(),
  lastMessageAt: z.number(),
});
export type RoomSummary = z.infer<typeof roomSummary>;

/** A public room in the directory. */
export interface BrowsedRoom extends Room {
  memberCount: number;
  joined: boolean;
}
export interface Member {
  userId: string;
  role: MemberRole;
  joinedAt: number;
  /** 0 where the room is too large for receipts, unless it is the reader's own. */
  lastReadRev: number;
}

const name = text.trim().max(200);
const topic = optionalLine.max(limits.roomTopic);
const userIds = z.array(userId).max(limits.membersPerInvite);

export const roomInput = z.object({ roomId });
export const browseInput = z.object({
  search: text.max(100).default(''),
  cursor: text.max(200).optional(),
  archived: z.boolean().default(false),
});
export const createRoomInput = z.object({
  kind: z.enum(['public', 'private']),
  name,
  topic: topic.default(''),
  userIds: userIds.default([]),
});
export const directInput = z.object({ userIds: z.array(userId).min(1).max(limits.directMembers) });
export const renameInput = z.object({ roomId, name });
export const topicInput = z.object({ roomId, topic });
export const inviteToRoomInput = z.object({ roomId, userIds: userIds.min(1) });
export const removeMemberInput = z.object({ roomId, userId });

export const memberEvents = [
  z.object({
    kind: z.literal('member.joined'),
    ...toRoom,
    members: z.array(z.object({ userId: z.string(), role: memberRole, joinedAt: z.number(), lastReadRev: z.number() })),
    memberCount: z.number(),
  }),
  /** A member's standing in the room changed. */
  z.object({ kind: z.literal('member.changed'), ...toRoom, memberId: z.string(), role: memberRole }),
  z.object({ kind: z.literal('member.left'), ...toRoom, memberId: z.string(), memberCount: z.number() }),
] as const;

export const roomEvents = [
  z.object({ kind: z.literal('room.updated'), ...toRoom, room }),
  /** The reader entered a room; `room` is complete as of `rev`. */
  z.object({ kind: z.literal('room.joined'), ...toUser, room: roomSummary }),
  z.object({ kind: z.literal('room.left'), ...toUser, leftRoomId: z.string() }),
] as const;

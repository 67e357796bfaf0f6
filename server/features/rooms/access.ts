import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { mayManageRoom } from '#shared/permissions.ts';
import type { MemberRole, RoomKind } from '#shared/rooms.ts';
import type { UserRole } from '#shared/users.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';

const byMember = prepared((db) => {
  const { memberships, rooms, users } = db.tables;
  return db
    .select({
      roomId: rooms.id,
      kind: rooms.kind,
      name: rooms.name,
      topic: rooms.topic,
      archivedAt: rooms.archivedAt,
      memberCount: rooms.memberCount,
      userId: memberships.userId,
      role: memberships.role,
      workspaceRole: users.role,
      lastReadRev: memberships.lastReadRev,
    })
    .from(memberships)
    .innerJoin(rooms, eq(rooms.id, memberships.roomId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.roomId, sql.placeholder('roomId')), eq(memberships.userId, sql.placeholder('userId'))))
    .prepare();
});

interface Proof {
  roomId: string;
  userId: string;
  kind: RoomKind;
  name: string;
  topic: string;
  archivedAt: number | null;
  memberCount: number;
  role: MemberRole;
  /** The person's role in the workspace now, not when their session or socket was opened. */
  workspaceRole: UserRole;
  lastReadRev: number;
}

/** A room together with the proof that a person belongs to it. Only `memberRoom` makes one. */
export class MemberRoom implements Proof {
  declare readonly roomId: string;
  declare readonly userId: string;
  declare readonly kind: RoomKind;
  declare readonly name: string;
  declare readonly topic: string;
  declare readonly archivedAt: number | null;
  declare readonly memberCount: number;
  declare readonly role: MemberRole;
  declare readonly workspaceRole: UserRole;
  declare readonly lastReadRev: number;

  private constructor(proof: Proof) {
    Object.assign(this, proof);
  }

  /** Throws `not_a_member` for a public room the person could join, `room_unknown` for all others. */
  static async prove(db: Db, userId: string, roomId: string): Promise<MemberRoom> {
    const [found] = await byMember(db).execute({ roomId, userId });
    if (found) return new MemberRoom(found);
    const { rooms } = db.tables;
    const [room] = await db.select({ kind: rooms.kind }).from(rooms).where(eq(rooms.id, roomId));
    throw new AppError(room?.kind === 'public' ? 'not_a_member' : 'room_unknown', { field: 'roomId' });
  }
}

export const memberRoom = (db: Db, userId: string, roomId: string) => MemberRoom.prove(db, userId, roomId);

/** Throws `room_archived`: nothing in such a room changes. */
export function assertWritable(room: MemberRoom): void {
  if (room.archivedAt !== null) throw new AppError('room_archived', { field: 'roomId' });
}

/** Throws `room_direct`: a direct room is its people, and has no name, topic or doors. */
export function assertNamed(room: MemberRoom): void {
  if (room.kind === 'direct') throw new AppError('room_direct', { field: 'roomId' });
}

/** Throws `room_needs_owner` unless the member owns the room or runs the workspace. */
export function assertManager(room: MemberRoom): void {
  if (!mayManageRoom(room.role, room.workspaceRole)) throw new AppError('room_needs_owner', { field: 'roomId' });
}

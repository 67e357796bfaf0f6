import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { type RoomActor, type RoomPermission, roomRules } from '#shared/permissions.ts';
import type { MemberRole, RoomKind } from '#shared/rooms.ts';
import type { UserRole } from '#shared/users.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { users } from '#server/features/users/tables.ts';
import { workspace } from '#server/features/workspace/tables.ts';
import { rooms } from './tables.ts';

const byPerson = prepared('rooms_by_person', (db) => {
  const m = db.of(memberships);
  const r = db.of(rooms);
  const u = db.of(users);
  const w = db.of(workspace);
  const ofPerson = and(eq(m.roomId, r.id), eq(m.userId, sql.placeholder('userId')));
  return db
    .select({
      roomId: r.id,
      kind: r.kind,
      name: r.name,
      topic: r.topic,
      archivedAt: r.archivedAt,
      memberCount: r.memberCount,
      defaultRoomId: w.lobbyRoomId,
      userId: u.id,
      workspaceRole: u.role,
      role: m.role,
      lastReadRev: m.lastReadRev,
    })
    .from(r)
    .innerJoin(u, eq(u.id, sql.placeholder('userId')))
    .innerJoin(w, eq(w.id, 1))
    .leftJoin(m, ofPerson)
    .where(eq(r.id, sql.placeholder('roomId')));
});

/** A room as a person finds it, inside or outside. Throws `room_unknown`. */
async function findRoom(db: Db, userId: string, roomId: string) {
  const [found] = await byPerson(db).execute({ roomId, userId });
  if (!found) throw new AppError('room_unknown', { field: 'roomId' });
  return { ...found, defaultRoom: found.defaultRoomId === found.roomId };
}

/** Throws the table's reason against it. */
function assertAllowed(room: RoomActor, permission: RoomPermission, field = 'roomId'): void {
  const reason = roomRules[permission](room);
  if (reason !== null) throw new AppError(reason, { field });
}

interface Proof extends RoomActor {
  roomId: string;
  name: string;
  topic: string;
  memberCount: number;
  role: MemberRole;
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
  declare readonly defaultRoom: boolean;
  declare readonly memberCount: number;
  declare readonly role: MemberRole;
  declare readonly workspaceRole: UserRole;
  declare readonly lastReadRev: number;

  private constructor(proof: Proof) {
    Object.assign(this, proof);
  }

  /** Throws `not_a_member` for a public room the person could join, `room_unknown` for all others. */
  static async prove(db: Db, userId: string, roomId: string): Promise<MemberRoom> {
    const { role, lastReadRev, ...room } = await findRoom(db, userId, roomId);
    assertAllowed({ ...room, role }, 'read');
    if (role === null || lastReadRev === null) throw new Error('the rules let nobody read a room from outside');
    return new MemberRoom({ ...room, role, lastReadRev });
  }

  /** Throws the reason why the member may not do this; `field` is the input at fault. */
  require(permission: RoomPermission, field?: string): void {
    assertAllowed(this, permission, field);
  }
}

export const memberRoom = (db: Db, userId: string, roomId: string) => MemberRoom.prove(db, userId, roomId);

/** A room that the person may join, or is in. Throws the reason why not. */
export async function joinableRoom(db: Db, userId: string, roomId: string) {
  const room = await findRoom(db, userId, roomId);
  assertAllowed(room, 'join');
  return room;
}

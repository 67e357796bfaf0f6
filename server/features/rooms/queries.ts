import { and, asc, eq, gt, inArray, isNotNull, isNull, like, type SQL, sql } from 'drizzle-orm';
import type { BrowsedRoom, Member, Room, RoomSummary } from '#shared/rooms.ts';
import { limits, nameKey } from '#shared/limits.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { type Db, prepared, type Tables } from '#server/platform/db/store.ts';
import { mentionCountSql, unreadCountSql } from '#server/features/reads/queries.ts';
import type { MemberRoom } from './access.ts';

type RoomRow = Tables['rooms']['$inferSelect'];
const browsedPage = 50;

/** The part of a row that is the same for everybody. */
export function publicRoom({ id, kind, name, topic, createdBy, createdAt, archivedAt }: RoomRow): Room {
  return { id, kind, name, topic, createdBy, createdAt, archivedAt };
}

const roomsOfPerson = prepared('rooms_rooms_of_person', (db) => {
  const { memberships } = db.tables;
  return db
    .select({ roomId: memberships.roomId })
    .from(memberships)
    .where(eq(memberships.userId, sql.placeholder('userId')));
});

export async function roomIdsOf(db: Db, userId: string): Promise<string[]> {
  const rows = await roomsOfPerson(db).execute({ userId });
  return rows.map((row) => row.roomId);
}

/** The person's rooms, complete with counts, as of `rev`. */
export async function listRooms(db: Db, userId: string): Promise<{ rev: number; rooms: RoomSummary[] }> {
  const rooms = await summaries(db, eq(db.tables.memberships.userId, userId));
  return { rev: await headRev(db), rooms };
}

/** One room as a member sees it. */
export async function roomSummary(db: Db, userId: string, roomId: string): Promise<RoomSummary> {
  const { memberships } = db.tables;
  const [summary] = await summaries(db, and(eq(memberships.userId, userId), eq(memberships.roomId, roomId)));
  if (!summary) throw new Error(`no membership of ${userId} in ${roomId}`);
  return summary;
}

async function summaries(db: Db, condition: SQL | undefined): Promise<RoomSummary[]> {
  const { memberships, rooms, workspace } = db.tables;
  const rows = await db
    .select({
      room: rooms,
      member: memberships,
      lobbyRoomId: workspace.lobbyRoomId,
      unreadCount: unreadCountSql(db),
      mentionCount: mentionCountSql(db),
    })
    .from(memberships)
    .innerJoin(rooms, eq(rooms.id, memberships.roomId))
    .innerJoin(workspace, eq(workspace.id, 1))
    .where(condition)
    .orderBy(asc(rooms.createdAt), asc(rooms.id));
  const direct = await peopleOf(
    db,
    rows.filter(({ room }) => room.kind === 'direct').map(({ room }) => room.id),
  );
  return rows.map(({ room, member, lobbyRoomId, unreadCount, mentionCount }) => ({
    ...publicRoom(room),
    lobby: room.id === lobbyRoomId,
    memberCount: room.memberCount,
    directUserIds: direct.get(room.id) ?? [],
    role: member.role,
    joinedAt: member.joinedAt,
    lastReadRev: member.lastReadRev,
    unreadCount: Number(unreadCount),
    mentionCount: Number(mentionCount),
    lastMessageRev: room.lastMessageRev,
    lastMessageAt: room.lastMessageAt,
  }));
}

async function peopleOf(db: Db, roomIds: string[]): Promise<Map<string, string[]>> {
  const people = new Map<string, string[]>();
  if (roomIds.length === 0) return people;
  const { memberships } = db.tables;
  const rows = await db
    .select({ roomId: memberships.roomId, userId: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.roomId, roomIds))
    .orderBy(asc(memberships.userId));
  for (const { roomId, userId } of rows) people.set(roomId, [...(people.get(roomId) ?? []), userId]);
  return people;
}

/** A room's people, as of `rev`; others' read marks are 0 where the room is too large for receipts. */
export async function listMembers(db: Db, room: MemberRoom): Promise<{ rev: number; members: Member[] }> {
  const { memberships } = db.tables;
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.roomId, room.roomId))
    .orderBy(asc(memberships.joinedAt), asc(memberships.userId));
  const receipts = room.memberCount <= limits.receiptMembers;
  const members = rows.map(({ userId, role, joinedAt, lastReadRev }) => ({
    userId,
    role,
    joinedAt,
    lastReadRev: receipts || userId === room.userId ? lastReadRev : 0,
  }));
  return { rev: await headRev(db), members };
}

/** Which of these people belong to the room. */
export async function membersAmong(db: Db, roomId: string, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const { memberships } = db.tables;
  const rows = await db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.roomId, roomId), inArray(memberships.userId, [...userIds])));
  return new Set(rows.map((row) => row.userId));
}

export async function memberIds(db: Db, roomId: string): Promise<string[]> {
  const { memberships } = db.tables;
  const rows = await db.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.roomId, roomId));
  return rows.map((row) => row.userId);
}

/** Public rooms by name; `cursor` is the name key after which the page starts. */
export async function browseRooms(
  db: Db,
  userId: string,
  { search, cursor, archived }: { search: string; cursor?: string | undefined; archived: boolean },
): Promise<{ rooms: BrowsedRoom[]; cursor: string | null }> {
  const { memberships, rooms } = db.tables;
  const wanted = `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select({ room: rooms, joinedAt: memberships.joinedAt })
    .from(rooms)
    .leftJoin(memberships, and(eq(memberships.roomId, rooms.id), eq(memberships.userId, userId)))
    .where(
      and(
        eq(rooms.kind, 'public'),
        archived ? isNotNull(rooms.archivedAt) : isNull(rooms.archivedAt),
        search ? sql`${like(rooms.nameKey, wanted)} escape '\\'` : undefined,
        cursor === undefined ? undefined : gt(rooms.nameKey, cursor),
      ),
    )
    .orderBy(asc(rooms.nameKey))
    .limit(browsedPage);
  const last = rows.at(-1)?.room.nameKey ?? null;
  return {
    rooms: rows.map(({ room, joinedAt }) => ({
      ...publicRoom(room),
      memberCount: room.memberCount,
      joined: joinedAt !== null,
    })),
    cursor: rows.length === browsedPage ? last : null,
  };
}

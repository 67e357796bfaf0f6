import { and, asc, eq, gt, inArray, isNotNull, isNull, like, type SQL, sql } from 'drizzle-orm';
import type { BrowsedRoom, Member, Room, RoomSummary } from '#shared/rooms.ts';
import { limits, nameKey } from '#shared/limits.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { mentionCountSql, unreadCountSql } from '#server/features/reads/queries.ts';
import type { MemberRoom } from './access.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { workspace } from '#server/features/workspace/tables.ts';
import { rooms } from './tables.ts';

type RoomRow = typeof rooms.$inferSelect;
const browsedPage = 50;

/** The part of a row that is the same for everybody. */
export function publicRoom({ id, kind, name, topic, createdBy, createdAt, archivedAt }: RoomRow): Room {
  return { id, kind, name, topic, createdBy, createdAt, archivedAt };
}

const roomsOfPerson = prepared('rooms_rooms_of_person', (db) => {
  const m = db.of(memberships);
  return db
    .select({ roomId: m.roomId })
    .from(m)
    .where(eq(m.userId, sql.placeholder('userId')));
});

export async function roomIdsOf(db: Db, userId: string): Promise<string[]> {
  const rows = await roomsOfPerson(db).execute({ userId });
  return rows.map((row) => row.roomId);
}

/** The person's rooms, complete with counts, as of `rev`. */
export async function listRooms(db: Db, userId: string): Promise<{ rev: number; rooms: RoomSummary[] }> {
  const summed = await summaries(db, eq(db.of(memberships).userId, userId));
  return { rev: await headRev(db), rooms: summed };
}

/** One room as a member sees it. */
export async function roomSummary(db: Db, userId: string, roomId: string): Promise<RoomSummary> {
  const m = db.of(memberships);
  const [summary] = await summaries(db, and(eq(m.userId, userId), eq(m.roomId, roomId)));
  if (!summary) throw new Error(`no membership of ${userId} in ${roomId}`);
  return summary;
}

async function summaries(db: Db, condition: SQL | undefined): Promise<RoomSummary[]> {
  const m = db.of(memberships);
  const r = db.of(rooms);
  const w = db.of(workspace);
  const rows = await db
    .select({
      room: r,
      member: m,
      lobbyRoomId: w.lobbyRoomId,
      unreadCount: unreadCountSql(db),
      mentionCount: mentionCountSql(db),
    })
    .from(m)
    .innerJoin(r, eq(r.id, m.roomId))
    .innerJoin(w, eq(w.id, 1))
    .where(condition)
    .orderBy(asc(r.createdAt), asc(r.id));
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
  const m = db.of(memberships);
  const rows = await db
    .select({ roomId: m.roomId, userId: m.userId })
    .from(m)
    .where(inArray(m.roomId, roomIds))
    .orderBy(asc(m.userId));
  for (const { roomId, userId } of rows) people.set(roomId, [...(people.get(roomId) ?? []), userId]);
  return people;
}

/** A room's people, as of `rev`; others' read marks are 0 where the room is too large for receipts. */
export async function listMembers(db: Db, room: MemberRoom): Promise<{ rev: number; members: Member[] }> {
  const m = db.of(memberships);
  const rows = await db.select().from(m).where(eq(m.roomId, room.roomId)).orderBy(asc(m.joinedAt), asc(m.userId));
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
  const m = db.of(memberships);
  const rows = await db
    .select({ userId: m.userId })
    .from(m)
    .where(and(eq(m.roomId, roomId), inArray(m.userId, [...userIds])));
  return new Set(rows.map((row) => row.userId));
}

export async function memberIds(db: Db, roomId: string): Promise<string[]> {
  const m = db.of(memberships);
  const rows = await db.select({ userId: m.userId }).from(m).where(eq(m.roomId, roomId));
  return rows.map((row) => row.userId);
}

/** Public rooms by name; `cursor` is the name key after which the page starts. */
export async function browseRooms(
  db: Db,
  userId: string,
  { search, cursor, archived }: { search: string; cursor?: string | undefined; archived: boolean },
): Promise<{ rooms: BrowsedRoom[]; cursor: string | null }> {
  const m = db.of(memberships);
  const r = db.of(rooms);
  const wanted = `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select({ room: r, joinedAt: m.joinedAt })
    .from(r)
    .leftJoin(m, and(eq(m.roomId, r.id), eq(m.userId, userId)))
    .where(
      and(
        eq(r.kind, 'public'),
        archived ? isNotNull(r.archivedAt) : isNull(r.archivedAt),
        search ? sql`${like(r.nameKey, wanted)} escape '\\'` : undefined,
        cursor === undefined ? undefined : gt(r.nameKey, cursor),
      ),
    )
    .orderBy(asc(r.nameKey))
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

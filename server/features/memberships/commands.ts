import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { newMessage } from '#shared/build-message.ts';
import type { Notice } from '#shared/messages.ts';
import { memberRank } from '#shared/permissions.ts';
import type { MemberRole } from '#shared/rooms.ts';
import { append, headRev, nextRev } from '#server/platform/log/event-log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { roomSummary } from '#server/features/rooms/queries.ts';
import { messages } from '#server/features/messages/tables.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { memberships } from './tables.ts';

export interface Newcomer {
  userId: string;
  role: MemberRole;
}

/** Adds people who are not members yet; each gets the room, and the room hears of them once. */
export async function addMembers(tx: Tx, roomId: string, newcomers: readonly Newcomer[]): Promise<void> {
  const m = tx.db.of(memberships);
  if (newcomers.length === 0) return;
  const lastReadRev = await headRev(tx.db);
  const members = newcomers.map(({ userId, role }) => ({ userId, role, joinedAt: tx.now, lastReadRev }));
  await tx.db.insert(m).values(members.map((member) => ({ roomId, ...member })));
  const memberCount = await changeCount(tx, roomId, members.length);
  for (const { userId } of members) {
    const rev = await nextRev(tx);
    const room = await roomSummary(tx.db, userId, roomId);
    await append(tx, { kind: 'room.joined', rev, at: tx.now, roomId, userId, room });
  }
  const rev = await nextRev(tx);
  await append(tx, { kind: 'member.joined', rev, at: tx.now, roomId, userId: null, members, memberCount });
}

/** Takes one member out; the room hears of it first, then the person, who hears nothing more. */
export async function dropMember(tx: Tx, roomId: string, userId: string): Promise<void> {
  const m = tx.db.of(memberships);
  await tx.db.delete(m).where(and(eq(m.roomId, roomId), eq(m.userId, userId)));
  const memberCount = await changeCount(tx, roomId, -1);
  const left = await nextRev(tx);
  await append(tx, {
    kind: 'member.left',
    rev: left,
    at: tx.now,
    roomId,
    userId: null,
    memberId: userId,
    memberCount,
  });
  const rev = await nextRev(tx);
  await append(tx, { kind: 'room.left', rev, at: tx.now, roomId: null, userId, leftRoomId: roomId });
  await passOwnership(tx, roomId);
}

/** A room whose owner has gone belongs to its longest-standing member. */
async function passOwnership(tx: Tx, roomId: string): Promise<void> {
  const m = tx.db.of(memberships);
  const members = await tx.db
    .select()
    .from(m)
    .where(eq(m.roomId, roomId))
    .orderBy(asc(rankOf(m.role)), asc(m.joinedAt), asc(m.userId))
    .limit(1);
  const [heir] = members;
  if (!heir || heir.role === 'owner') return;
  const memberId = heir.userId;
  await tx.db
    .update(m)
    .set({ role: 'owner' })
    .where(and(eq(m.roomId, roomId), eq(m.userId, memberId)));
  const rev = await nextRev(tx);
  await append(tx, { kind: 'member.changed', rev, at: tx.now, roomId, userId: null, memberId, role: 'owner' });
}

/** A role's rank as a number of the database; a role of a newer version comes last. */
function rankOf(role: (typeof memberships)['role']): SQL<number> {
  const cases = Object.entries(memberRank).map(([name, rank]) => sql`when ${name} then ${sql.raw(String(rank))}`);
  return sql`case ${role} ${sql.join(cases, sql` `)} else ${sql.raw(String(cases.length))} end`;
}

async function changeCount(tx: Tx, roomId: string, by: number): Promise<number> {
  const r = tx.db.of(rooms);
  const [row] = await tx.db
    .update(r)
    .set({ memberCount: sql`${r.memberCount} + ${by}` })
    .where(eq(r.id, roomId))
    .returning({ memberCount: r.memberCount });
  return row?.memberCount ?? 0;
}

/** Posts a system message: who did what to the room. It never counts as unread. */
export async function postNotice(tx: Tx, roomId: string, authorId: string, notice: Notice): Promise<void> {
  const m = tx.db.of(messages);
  const r = tx.db.of(rooms);
  const rev = await nextRev(tx);
  const id = nanoid();
  const row = {
    id,
    roomId,
    authorId,
    // No client can have chosen it before.
    tempId: id,
    rev,
    text: '',
    mentions: [],
    notice,
    createdAt: tx.now,
  };
  await tx.db.insert(m).values(row);
  await tx.db.update(r).set({ lastMessageRev: rev, lastMessageAt: tx.now }).where(eq(r.id, roomId));
  await append(tx, { kind: 'message.posted', rev, at: tx.now, roomId, userId: null, message: newMessage(row) });
}

import { and, count, eq, inArray, isNotNull } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { AppError } from '#shared/errors.ts';
import { limits, nameKey, roomNamePattern, storedNameKeys } from '#shared/limits.ts';
import type { RoomKind, RoomSummary } from '#shared/rooms.ts';
import { hasMixedWord } from '#shared/scripts.ts';
import { isBlank } from '#shared/blank.ts';
import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Db, Tx } from '#server/platform/db/store.ts';
import { addMembers, dropMember, postNotice } from '#server/features/memberships/commands.ts';
import { activeUsers } from '#server/features/users/queries.ts';
import { joinableRoom, type MemberRoom } from './access.ts';
import { membersAmong, publicRoom, roomSummary } from './queries.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { rooms } from './tables.ts';

export interface NewRoom {
  kind: Exclude<RoomKind, 'direct'>;
  name: string;
  topic: string;
  userIds: readonly string[];
}

/** Creates a room owned by its creator, with others in it from the start. */
export async function createRoom(tx: Tx, creatorId: string, room: NewRoom): Promise<RoomSummary> {
  const key = await uniqueKeyFor(tx.db, room.kind, room.name);
  const others = (await activeUsers(tx.db, room.userIds)).filter(({ id }) => id !== creatorId);
  await assertMayJoin(tx.db, creatorId);
  for (const other of others) await assertMayBeAdded(tx.db, other.id);
  const id = nanoid();
  const { kind, name, topic } = room;
  await tx.db
    .insert(tx.db.of(rooms))
    .values({ id, kind, name, nameKey: key, topic, createdBy: creatorId, createdAt: tx.now });
  await addMembers(tx, id, [
    { userId: creatorId, role: 'owner' },
    ...others.map((other) => ({ userId: other.id, role: 'member' as const })),
  ]);
  await postNotice(tx, id, creatorId, { type: 'created' });
  return roomSummary(tx.db, creatorId, id);
}

/** The room of exactly these people and the caller, made at the first call. */
export async function openDirect(tx: Tx, userId: string, userIds: readonly string[]): Promise<RoomSummary> {
  const people = await activeUsers(tx.db, [userId, ...userIds]);
  const ids = people.map(({ id }) => id).toSorted();
  const directKey = ids.join(' ');
  const r = tx.db.of(rooms);
  const [known] = await tx.db.select({ id: r.id }).from(r).where(eq(r.directKey, directKey));
  if (known) return roomSummary(tx.db, userId, known.id);
  await assertMayJoin(tx.db, userId);
  for (const member of ids) if (member !== userId) await assertMayBeAdded(tx.db, member);
  const id = nanoid();
  await tx.db.insert(r).values({ id, kind: 'direct', name: '', directKey, createdBy: userId, createdAt: tx.now });
  await addMembers(
    tx,
    id,
    ids.map((member) => ({ userId: member, role: 'member' as const })),
  );
  return roomSummary(tx.db, userId, id);
}

/** Enters a public room; entering twice is the same as once. */
export async function joinRoom(tx: Tx, userId: string, roomId: string): Promise<RoomSummary> {
  const room = await joinableRoom(tx.db, userId, roomId);
  if (room.role !== null) return roomSummary(tx.db, userId, roomId);
  await assertMayJoin(tx.db, userId);
  await addMembers(tx, roomId, [{ userId, role: room.memberCount === 0 ? 'owner' : 'member' }]);
  await postNotice(tx, roomId, userId, { type: 'joined', userIds: [userId] });
  return roomSummary(tx.db, userId, roomId);
}

export async function leaveRoom(tx: Tx, room: MemberRoom): Promise<void> {
  room.require('leave');
  await dropMember(tx, room.roomId, room.userId);
  await postNotice(tx, room.roomId, room.userId, { type: 'left', userIds: [room.userId] });
}

/** Brings people in; those already there stay as they are. Returns whom it added. */
export async function inviteToRoom(tx: Tx, room: MemberRoom, userIds: readonly string[]): Promise<string[]> {
  room.require('invite');
  const people = await activeUsers(tx.db, userIds);
  const members = await membersAmong(tx.db, room.roomId, userIds);
  const added = people.map(({ id }) => id).filter((id) => !members.has(id));
  if (added.length === 0) return [];
  for (const userId of added) await assertMayBeAdded(tx.db, userId);
  await addMembers(
    tx,
    room.roomId,
    added.map((userId) => ({ userId, role: 'member' as const })),
  );
  await postNotice(tx, room.roomId, room.userId, { type: 'joined', userIds: added });
  return added;
}

/** Somebody who manages the room takes a member out. */
export async function removeMember(tx: Tx, room: MemberRoom, userId: string) {
  room.require('removeMember');
  if (!(await membersAmong(tx.db, room.roomId, [userId])).has(userId)) {
    throw new AppError('user_unknown', { field: 'userId' });
  }
  await dropMember(tx, room.roomId, userId);
  await postNotice(tx, room.roomId, room.userId, { type: 'removed', userIds: [userId] });
}

export async function renameRoom(tx: Tx, room: MemberRoom, name: string): Promise<void> {
  room.require('rename');
  if (name === room.name) return;
  const isRespelled = room.kind === 'public' && nameKey(name) === nameKey(room.name);
  const key = isRespelled ? nameKey(name) : await uniqueKeyFor(tx.db, room.kind, name);
  await changeRoom(tx, room.roomId, { name, nameKey: key });
  await postNotice(tx, room.roomId, room.userId, { type: 'renamed', from: room.name, to: name });
}

export async function setTopic(tx: Tx, room: MemberRoom, topic: string): Promise<void> {
  room.require('setTopic');
  if (topic === room.topic) return;
  await changeRoom(tx, room.roomId, { topic });
  await postNotice(tx, room.roomId, room.userId, { type: 'topic', topic });
}

/** Closes a room to changes, or opens it again; its history stays readable. */
export async function setArchived(tx: Tx, room: MemberRoom, archived: boolean) {
  room.require(archived ? 'archive' : 'unarchive');
  if ((room.archivedAt !== null) === archived) return;
  await changeRoom(tx, room.roomId, { archivedAt: archived ? tx.now : null });
  await postNotice(tx, room.roomId, room.userId, { type: archived ? 'archived' : 'unarchived' });
}

async function changeRoom(
  tx: Tx,
  roomId: string,
  change: { name?: string; nameKey?: string | null; topic?: string; archivedAt?: number | null },
): Promise<void> {
  const r = tx.db.of(rooms);
  const [row] = await tx.db.update(r).set(change).where(eq(r.id, roomId)).returning();
  if (!row) throw new AppError('room_unknown', { field: 'roomId' });
  const rev = await nextRev(tx);
  await append(tx, { kind: 'room.updated', rev, at: tx.now, roomId, userId: null, room: publicRoom(row) });
}

/**
 * The key under which the name of a room of this kind is unique; null for a private room, whose name must not be found
 * out by trying it. Throws `name_invalid`, `name_mixed` for a word that mixes scripts, `name_taken`.
 */
async function uniqueKeyFor(db: Db, kind: RoomKind, name: string): Promise<string | null> {
  const r = db.of(rooms);
  if (name.length > limits.roomName || isBlank(name) || !roomNamePattern.test(name)) {
    throw new AppError('name_invalid', { field: 'roomName', limit: limits.roomName });
  }
  if (hasMixedWord(name)) throw new AppError('name_mixed', { field: 'roomName' });
  if (kind !== 'public') return null;
  const keys = storedNameKeys(name);
  const [taken] = await db.select({ id: r.id }).from(r).where(inArray(r.nameKey, keys));
  if (taken) throw new AppError('name_taken', { field: 'name' });
  return keys[0];
}

/** Frees the names that private rooms held when names were unique among all rooms. */
export async function freePrivateNames(tx: Tx): Promise<void> {
  const r = tx.db.of(rooms);
  await tx.db
    .update(r)
    .set({ nameKey: null })
    .where(and(eq(r.kind, 'private'), isNotNull(r.nameKey)));
}

const assertMayJoin = (db: Db, userId: string) => assertBelow(db, userId, limits.roomsPerPerson, 'rooms');
/** Others fill no more than a part of a person's rooms: there is always room to join one. */
const assertMayBeAdded = (db: Db, userId: string) => assertBelow(db, userId, limits.roomsFromOthers, 'userIds');

async function assertBelow(db: Db, userId: string, limit: number, field: 'rooms' | 'userIds'): Promise<void> {
  const m = db.of(memberships);
  const [row] = await db.select({ rooms: count() }).from(m).where(eq(m.userId, userId));
  if (Number(row?.rooms ?? 0) >= limit) throw new AppError('limit_reached', { limit, field });
}

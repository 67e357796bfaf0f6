import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm';
import { newMessage } from '#shared/build-message.ts';
import { AppError } from '#shared/errors.ts';
import type { HistoryCursor, HistoryPage, Message, MessageVersion, Quote } from '#shared/messages.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { reactionsOf } from '#server/features/reactions/queries.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { messageVersions, messages } from './tables.ts';

export type MessageRow = typeof messages.$inferSelect;

const olderThan = prepared('messages_older_than', (db) => {
  const m = db.of(messages);
  const inRoom = and(eq(m.roomId, sql.placeholder('roomId')), lt(m.rev, sql.placeholder('rev')));
  return db.select().from(m).where(inRoom).orderBy(desc(m.rev)).limit(sql.placeholder('limit'));
});

const newerFrom = prepared('messages_newer_from', (db) => {
  const m = db.of(messages);
  const inRoom = and(eq(m.roomId, sql.placeholder('roomId')), gte(m.rev, sql.placeholder('rev')));
  return db.select().from(m).where(inRoom).orderBy(asc(m.rev)).limit(sql.placeholder('limit'));
});

/** A message's row, wherever it is; prove the room before telling anything of it. */
export async function findMessage(db: Db, messageId: string): Promise<MessageRow> {
  const m = db.of(messages);
  const [row] = await db.select().from(m).where(eq(m.id, messageId));
  if (!row) throw new AppError('message_unknown', { field: 'messageId' });
  return row;
}

/** One page of at most `limit` messages around a place, true at the page's `rev`. */
export async function historyPage(
  db: Db,
  room: MemberRoom,
  cursor: HistoryCursor,
  limit: number,
): Promise<HistoryPage> {
  const place = await placeOf(db, room, cursor);
  const wanted = shares(cursor, limit);
  const older = await take(db, olderThan, room, place, wanted.older);
  const newer = await take(db, newerFrom, room, place, wanted.newer);
  const rows = [...older.rows.toReversed(), ...newer.rows];
  const first = rows.at(0)?.rev ?? place;
  const last = rows.at(-1)?.rev ?? place;
  // A side that was not asked for has more when anything is beyond what was read.
  const moreOlder = wanted.older > 0 ? older.more : await exists(db, olderThan, room, first);
  const moreNewer = wanted.newer > 0 ? newer.more : await exists(db, newerFrom, room, Math.max(place, last + 1));
  return {
    rev: await headRev(db),
    messages: await assemble(db, rows),
    older: moreOlder ? { at: 'before', rev: first } : null,
    newer: moreNewer ? { at: 'after', rev: last } : null,
  };
}

type Direction = typeof olderThan;
/** Beyond every rev, and safe as an integer in both dialects. */
const beyond = Number.MAX_SAFE_INTEGER;

function shares(cursor: HistoryCursor, limit: number): { older: number; newer: number } {
  if (cursor.at === 'end' || cursor.at === 'before') return { older: limit, newer: 0 };
  if (cursor.at === 'start' || cursor.at === 'after') return { older: 0, newer: limit };
  const older = Math.floor(limit / 2);
  return { older, newer: limit - older };
}

/** The rev that divides the page: older messages lie before it, the others at it and after. */
async function placeOf(db: Db, room: MemberRoom, cursor: HistoryCursor): Promise<number> {
  switch (cursor.at) {
    case 'end':
      return beyond;
    case 'start':
      return 0;
    case 'before':
      return cursor.rev;
    case 'after':
    case 'rev':
      return cursor.rev + 1;
    case 'around': {
      const target = await findMessage(db, cursor.messageId);
      if (target.roomId !== room.roomId) throw new AppError('message_unknown', { field: 'messageId' });
      return target.rev;
    }
  }
}

async function take(db: Db, direction: Direction, { roomId }: MemberRoom, rev: number, limit: number) {
  if (limit === 0) return { rows: [], more: false };
  const rows = await direction(db).execute({ roomId, rev, limit: limit + 1 });
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

async function exists(db: Db, direction: Direction, { roomId }: MemberRoom, rev: number): Promise<boolean> {
  return (await direction(db).execute({ roomId, rev, limit: 1 })).length > 0;
}

/** Rows as messages, with their reactions and what they answer. */
export async function assemble(db: Db, rows: readonly MessageRow[]): Promise<Message[]> {
  if (rows.length === 0) return [];
  const reactions = await reactionsOf(
    db,
    rows.map((row) => row.id),
  );
  const quotes = await quotesOf(
    db,
    rows.flatMap((row) => row.replyToId ?? []),
  );
  return rows.map(({ replyToId, ...row }) =>
    newMessage({
      ...row,
      replyTo: replyToId === null ? null : (quotes.get(replyToId) ?? null),
      reactions: reactions.get(row.id) ?? [],
    }),
  );
}

export async function assembleOne(db: Db, row: MessageRow): Promise<Message> {
  const [message] = await assemble(db, [row]);
  if (!message) throw new Error('one row assembles to one message');
  return message;
}

async function quotesOf(db: Db, messageIds: string[]): Promise<Map<string, Quote>> {
  if (messageIds.length === 0) return new Map();
  const m = db.of(messages);
  const rows = await db
    .select({ messageId: m.id, authorId: m.authorId, text: m.text, recalledAt: m.recalledAt })
    .from(m)
    .where(inArray(m.id, messageIds));
  return new Map(rows.map((row) => [row.messageId, row]));
}

/** Earlier texts, oldest first. */
export async function versionsOf(db: Db, messageId: string): Promise<MessageVersion[]> {
  const v = db.of(messageVersions);
  return db
    .select({ text: v.text, at: v.at })
    .from(v)
    .where(and(eq(v.messageId, messageId), gt(v.rev, 0)))
    .orderBy(asc(v.rev));
}

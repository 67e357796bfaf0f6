import { and, eq, sql } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import type { Mention, Message, MentionInput, Sent } from '#shared/messages.ts';
import { isBlank } from '#shared/blank.ts';
import { newMessage, recallOf } from '#shared/build-message.ts';
import { timedId } from '#server/platform/db/ids.ts';
import type { Hooks } from '#server/platform/hooks.ts';
import { append, forgetText, nextRev } from '#server/platform/log/event-log.ts';
import { type Db, prepared, type Tx } from '#server/platform/db/store.ts';
import { type Present, validateMentions } from '#server/features/mentions/access.ts';
import { editMentions, storeMentions } from '#server/features/mentions/commands.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import { mayRead, ReadableMessage } from './access.ts';
import { assembleOne } from './queries.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { messageVersions, messages } from './tables.ts';

export interface Draft {
  tempId: string;
  text: string;
  mentions: readonly MentionInput[];
  replyToId: string | null;
  confirmed: boolean;
}

const bySender = prepared('messages_by_sender', (db) => {
  const m = db.of(messages);
  return db
    .select()
    .from(m)
    .where(and(eq(m.authorId, sql.placeholder('authorId')), eq(m.tempId, sql.placeholder('tempId'))));
});

const insertMessage = prepared('messages_insert', (db) =>
  db.insert(db.of(messages)).values({
    id: sql.placeholder('id'),
    roomId: sql.placeholder('roomId'),
    authorId: sql.placeholder('authorId'),
    tempId: sql.placeholder('tempId'),
    rev: sql.placeholder('rev'),
    text: sql.placeholder('text'),
    mentions: sql.placeholder('mentions'),
    replyToId: sql.placeholder('replyToId'),
    createdAt: sql.placeholder('createdAt'),
  }),
);

const updateLastMessage = prepared('messages_update_last', (db) =>
  db
    .update(db.of(rooms))
    .set({ lastMessageRev: sql`${sql.placeholder('rev')}`, lastMessageAt: sql`${sql.placeholder('at')}` })
    .where(eq(db.of(rooms).id, sql.placeholder('roomId'))),
);

/**
 * The acknowledgement of what this author sent before with this `tempId`, so that a retry after a lost one is harmless;
 * null when there is nothing. It has the message only for those who may read its room now: an author may have left, or
 * been taken out.
 */
export async function acknowledgedBefore(db: Db, authorId: string, tempId: string): Promise<Sent | null> {
  const [before] = await bySender(db).execute({ authorId, tempId });
  if (!before) return null;
  return { tempId, message: (await mayRead(db, authorId, before)) ? await assembleOne(db, before) : null };
}

/** Stores a message and its event. `present` are the people `@here` may call. Call `acknowledgedBefore` first, in the same write. */
export async function sendMessage(
  tx: Tx,
  room: MemberRoom,
  draft: Draft,
  present: Present,
): Promise<Sent & { message: Message }> {
  const { tempId } = draft;
  room.require('post');
  const text = sendableText(draft.text);
  const mentions = await validateMentions(tx.db, room, { ...draft, text }, present);
  if (draft.replyToId !== null) await requireReply(tx, room, draft.replyToId);
  const rev = await nextRev(tx);
  const place = { id: timedId(tx.now), roomId: room.roomId, authorId: room.userId, tempId, rev };
  const values = { ...place, text, mentions, replyToId: draft.replyToId, createdAt: tx.now };
  await insertMessage(tx.db).execute(values);
  const row = { ...values, notice: null, editedAt: null, recalledAt: null, recalledBy: null };
  await storeMentions(tx, row, mentions);
  await updateLastMessage(tx.db).execute({ rev, at: tx.now, roomId: room.roomId });
  const message = await freshMessage(tx, row);
  await append(tx, { kind: 'message.posted', rev, at: tx.now, roomId: room.roomId, userId: null, message });
  return { tempId, message };
}

/** A message just stored has no reactions yet, and most answer nothing: no need to look. */
async function freshMessage(tx: Tx, row: Parameters<typeof assembleOne>[1]): Promise<Message> {
  if (row.replyToId !== null) return assembleOne(tx.db, row);
  const { replyToId: _none, notice: _absent, ...rest } = row;
  return newMessage(rest);
}

/** Trailing white space goes, leading stays: offsets of mentions count from the start. */
function sendableText(text: string): string {
  const trimmed = text.trimEnd();
  if (isBlank(trimmed)) throw new AppError('message_empty', { field: 'text' });
  if (trimmed.length > limits.messageLength) {
    throw new AppError('message_too_long', { field: 'text', limit: limits.messageLength });
  }
  return trimmed;
}

async function requireReply(tx: Tx, room: MemberRoom, messageId: string): Promise<void> {
  const answered = await ReadableMessage.inRoom(tx.db, room, messageId, 'replyToId');
  answered.require('reply');
}

/** Gives the author's message a new text and keeps the old one; the same text again changes nothing. */
export async function editMessage(
  tx: Tx,
  target: ReadableMessage,
  edit: { text: string; mentions: readonly MentionInput[]; confirmed: boolean },
  present: Present,
): Promise<Message> {
  const { row, room } = target;
  target.require('edit');
  const text = sendableText(edit.text);
  const mentions = await validateMentions(tx.db, room, { ...edit, text }, present, row.mentions);
  if (text === row.text && sameMentions(mentions, row.mentions)) return assembleOne(tx.db, row);
  const rev = await nextRev(tx);
  const m = tx.db.of(messages);
  const v = tx.db.of(messageVersions);
  await tx.db.insert(v).values({ messageId: row.id, rev, text: row.text, at: row.editedAt ?? row.createdAt });
  const [edited] = await tx.db.update(m).set({ text, mentions, editedAt: tx.now }).where(eq(m.id, row.id)).returning();
  if (!edited) throw new Error('an update returns its row');
  await editMentions(tx, { ...row, rev }, mentions);
  const message = await assembleOne(tx.db, edited);
  const place = { rev, at: tx.now, roomId: row.roomId, userId: null };
  await append(tx, { kind: 'message.edited', ...place, message, previousMentions: row.mentions });
  return message;
}

const sameMentions = (a: readonly Mention[], b: readonly Mention[]): boolean => isDeepStrictEqual(a, b);

/** Deletes the text of a message, also in the event log and in quotes, and what features keep of it. The row remains. */
export async function recallMessage(tx: Tx, target: ReadableMessage, hooks: Hooks): Promise<void> {
  target.require('recall');
  const { row, room } = target;
  const m = tx.db.of(messages);
  const v = tx.db.of(messageVersions);
  await tx.db.update(m).set(recallOf(tx.now, room.userId)).where(eq(m.id, row.id));
  await forgetText(tx, row.id, tx.db.select({ id: m.id }).from(m).where(eq(m.replyToId, row.id)));
  await tx.db.delete(v).where(eq(v.messageId, row.id));
  await hooks.onMessageRecalled(tx, row.id);
  await append(tx, {
    kind: 'message.recalled',
    rev: await nextRev(tx),
    at: tx.now,
    roomId: row.roomId,
    userId: null,
    messageId: row.id,
    messageRev: row.rev,
    authorId: row.authorId,
    by: room.userId,
    // Whom it called stays in the log: who is away counts their mentions up and down by it.
    previousMentions: row.mentions,
  });
}

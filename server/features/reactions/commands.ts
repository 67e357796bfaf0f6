import { and, eq } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Db, Tx } from '#server/platform/db/store.ts';
import type { ReadableMessage } from '#server/features/messages/access.ts';
import { reactions } from './tables.ts';

/** One emoji as people see it, or a `:shortcode:` of a custom one. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|:[a-z0-9_+\-]{1,30}:)$/v;

/** Adds the person's reaction; a second time changes nothing. */
export async function addReaction(tx: Tx, target: ReadableMessage, emoji: string): Promise<void> {
  if (!oneEmoji.test(emoji)) throw new AppError('emoji_invalid', { field: 'emoji' });
  target.require('react');
  const { row, room } = target;
  const r = tx.db.of(reactions);
  const mine = { messageId: row.id, emoji, userId: room.userId };
  if (await has(tx.db, mine)) return;
  const used = await tx.db.selectDistinct({ emoji: r.emoji }).from(r).where(eq(r.messageId, row.id));
  if (used.length >= limits.reactionsPerMessage && !used.some((known) => known.emoji === emoji)) {
    throw new AppError('limit_reached', { limit: limits.reactionsPerMessage });
  }
  const rev = await nextRev(tx);
  await tx.db.insert(r).values({ ...mine, rev });
  await announce(tx, 'reaction.added', target, emoji, rev);
}

/** Takes the person's reaction back; without one nothing changes. */
export async function removeReaction(tx: Tx, target: ReadableMessage, emoji: string): Promise<void> {
  target.require('react');
  const { row, room } = target;
  const r = tx.db.of(reactions);
  const gone = await tx.db
    .delete(r)
    .where(and(eq(r.messageId, row.id), eq(r.emoji, emoji), eq(r.userId, room.userId)))
    .returning({ emoji: r.emoji });
  if (gone.length > 0) await announce(tx, 'reaction.removed', target, emoji, await nextRev(tx));
}

/** Takes all reactions from a message. */
export async function dropReactions(tx: Tx, messageId: string): Promise<void> {
  const r = tx.db.of(reactions);
  await tx.db.delete(r).where(eq(r.messageId, messageId));
}

async function has(db: Db, mine: { messageId: string; emoji: string; userId: string }): Promise<boolean> {
  const r = db.of(reactions);
  const found = await db
    .select({ emoji: r.emoji })
    .from(r)
    .where(and(eq(r.messageId, mine.messageId), eq(r.emoji, mine.emoji), eq(r.userId, mine.userId)));
  return found.length > 0;
}

async function announce(
  tx: Tx,
  kind: 'reaction.added' | 'reaction.removed',
  { row, room }: ReadableMessage,
  emoji: string,
  rev: number,
): Promise<void> {
  const place = { rev, at: tx.now, roomId: row.roomId, userId: null };
  await append(tx, { kind, ...place, messageId: row.id, emoji, by: room.userId });
}

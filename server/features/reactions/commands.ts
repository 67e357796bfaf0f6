import { and, eq } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import { append, headRev, nextRev } from '#server/platform/log/event-log.ts';
import type { Db, Tx } from '#server/platform/db/store.ts';
import type { ReadableMessage } from '#server/features/messages/access.ts';
import { reactions } from './tables.ts';

/** One emoji as people see it, or a `:shortcode:` of a custom one. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|:[a-z0-9_+\-]{1,30}:)$/v;

/** Adds the person's reaction; a second time changes nothing. Resolves to the rev since which it is so. */
export async function addReaction(tx: Tx, target: ReadableMessage, emoji: string): Promise<number> {
  if (!oneEmoji.test(emoji)) throw new AppError('emoji_invalid', { field: 'emoji' });
  target.require('react');
  const { row, room } = target;
  const r = tx.db.of(reactions);
  const mine = { messageId: row.id, emoji, userId: room.userId };
  const before = await revOf(tx.db, mine);
  if (before !== null) return before;
  const used = await tx.db.selectDistinct({ emoji: r.emoji }).from(r).where(eq(r.messageId, row.id));
  if (used.length >= limits.reactionsPerMessage && !used.some((known) => known.emoji === emoji)) {
    throw new AppError('limit_reached', { limit: limits.reactionsPerMessage });
  }
  const rev = await nextRev(tx);
  await tx.db.insert(r).values({ ...mine, rev });
  await announce(tx, 'reaction.added', target, emoji, rev);
  return rev;
}

/** Takes the person's reaction back; without one nothing changes. Resolves to a rev at which it is so. */
export async function removeReaction(tx: Tx, target: ReadableMessage, emoji: string): Promise<number> {
  target.require('react');
  const { row, room } = target;
  const r = tx.db.of(reactions);
  const gone = await tx.db
    .delete(r)
    .where(and(eq(r.messageId, row.id), eq(r.emoji, emoji), eq(r.userId, room.userId)))
    .returning({ emoji: r.emoji });
  if (gone.length === 0) return headRev(tx.db);
  const rev = await nextRev(tx);
  await announce(tx, 'reaction.removed', target, emoji, rev);
  return rev;
}

/** Takes all reactions from a message. */
export async function dropReactions(tx: Tx, messageId: string): Promise<void> {
  const r = tx.db.of(reactions);
  await tx.db.delete(r).where(eq(r.messageId, messageId));
}

async function revOf(db: Db, mine: { messageId: string; emoji: string; userId: string }): Promise<number | null> {
  const r = db.of(reactions);
  const [found] = await db
    .select({ rev: r.rev })
    .from(r)
    .where(and(eq(r.messageId, mine.messageId), eq(r.emoji, mine.emoji), eq(r.userId, mine.userId)));
  return found?.rev ?? null;
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

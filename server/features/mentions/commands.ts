import { eq } from 'drizzle-orm';
import type { Mention } from '#shared/messages.ts';
import type { Tx } from '#server/platform/db/store.ts';

export interface MentioningMessage {
  id: string;
  roomId: string;
  rev: number;
  authorId: string;
}

/** Stores whom a message calls, in place of whom it called before. An empty `userId` stands for the whole room. */
export async function replaceMentions(tx: Tx, message: MentioningMessage, mentions: readonly Mention[]): Promise<void> {
  const { mentions: m } = tx.db.tables;
  await tx.db.delete(m).where(eq(m.messageId, message.id));
  await storeMentions(tx, message, mentions);
}

export async function storeMentions(tx: Tx, message: MentioningMessage, mentions: readonly Mention[]): Promise<void> {
  const called = new Set(mentions.flatMap(calledBy));
  called.delete(message.authorId);
  if (called.size === 0) return;
  const { id, roomId, rev, authorId } = message;
  await tx.db
    .insert(tx.db.tables.mentions)
    .values([...called].map((userId) => ({ messageId: id, userId, roomId, rev, authorId })));
}

function calledBy(mention: Mention): string[] {
  if (mention.kind === 'user') return [mention.userId];
  return mention.kind === 'here' ? mention.userIds : [''];
}

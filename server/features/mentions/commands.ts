import { eq } from 'drizzle-orm';
import type { Mention } from '#shared/messages.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { mentions } from './tables.ts';

export interface MentioningMessage {
  id: string;
  roomId: string;
  /** Of the change that calls: the message's own, or that of an edit. */
  rev: number;
  authorId: string;
}

/** The row that means the whole room. */
const everybody = '';

/** Stores whom a new message calls. */
export async function storeMentions(tx: Tx, message: MentioningMessage, named: readonly Mention[]): Promise<void> {
  const called = calledBy(message, named);
  await insert(tx, message, new Map([...called].map((userId) => [userId, message.rev])));
}

/**
 * Stores whom an edited message calls; `message.rev` is that of the edit. The newly named are called by it, though they
 * may have read the message before. Those called already keep the rev they were called at, so nobody is called twice.
 */
export async function editMentions(tx: Tx, message: MentioningMessage, named: readonly Mention[]): Promise<void> {
  const m = tx.db.of(mentions);
  const called = calledBy(message, named);
  const rows = await tx.db.delete(m).where(eq(m.messageId, message.id)).returning({ userId: m.userId, rev: m.rev });
  const before = new Map(rows.map(({ userId, rev }) => [userId, rev]));
  const wide = before.get(everybody);
  const after = new Map<string, number>();
  // Where the whole room is called, people called by name before still are.
  if (called.has(everybody)) for (const [userId, rev] of before) after.set(userId, rev);
  for (const userId of called) {
    after.set(userId, Math.min(before.get(userId) ?? message.rev, wide ?? message.rev));
  }
  await insert(tx, message, after);
}

/** Nobody is called by it any more. */
export async function dropMentions(tx: Tx, messageId: string): Promise<void> {
  const m = tx.db.of(mentions);
  await tx.db.delete(m).where(eq(m.messageId, messageId));
}

async function insert(tx: Tx, message: MentioningMessage, called: ReadonlyMap<string, number>): Promise<void> {
  if (called.size === 0) return;
  const { id: messageId, roomId, authorId } = message;
  const rows = [...called].map(([userId, rev]) => ({ messageId, userId, roomId, rev, authorId }));
  await tx.db.insert(tx.db.of(mentions)).values(rows);
}

/** Authors do not call themselves. */
function calledBy({ authorId }: MentioningMessage, named: readonly Mention[]): Set<string> {
  const called = new Set(named.flatMap(userIdsOf));
  called.delete(authorId);
  return called;
}

function userIdsOf(mention: Mention): string[] {
  if (mention.kind === 'user') return [mention.userId];
  return mention.kind === 'here' ? mention.userIds : [everybody];
}

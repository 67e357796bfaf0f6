import { eq } from 'drizzle-orm';
import type { Tx } from '#server/platform/db/store.ts';

/** Keeps when a person was last here, in ms. Not in the log: the presence hint carries it to those who watch. */
export async function noteLastSeen(tx: Tx, userId: string, at: number): Promise<void> {
  const { users } = tx.db.tables;
  await tx.db.update(users).set({ lastSeenAt: at }).where(eq(users.id, userId));
}

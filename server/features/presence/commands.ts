import { eq } from 'drizzle-orm';
import type { Tx } from '#server/platform/db/store.ts';
import { users } from '#server/features/users/tables.ts';

/** Keeps when a person was last here, in ms. Not in the log: the presence hint carries it to those who watch. */
export async function setLastSeen(tx: Tx, userId: string, at: number): Promise<void> {
  const u = tx.db.of(users);
  await tx.db.update(u).set({ lastSeenAt: at }).where(eq(u.id, userId));
}

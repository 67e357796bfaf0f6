import { and, asc, eq, gt, lt, lte, min, notInArray, or } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import type { Db, Tx } from '#server/platform/db/store.ts';
import { deadEvents, events, logCursors } from './tables.ts';

export type Cursor = typeof logCursors.$inferSelect;

/** A row of the log as it is stored. `data` is JSON, of this release's shape or an older or newer release's. */
export interface StoredEvent {
  rev: number;
  roomId: string | null;
  userId: string | null;
  kind: string;
  messageId: string | null;
  data: string;
  at: number;
}

/** Gives new readers a cursor at `head` and drops those of readers that no longer exist. */
export async function setCursors(tx: Tx, names: readonly string[], head: number): Promise<void> {
  const c = tx.db.of(logCursors);
  await tx.db.delete(c).where(names.length > 0 ? notInArray(c.name, [...names]) : undefined);
  for (const name of names) await tx.db.insert(c).values({ name, rev: head, updatedAt: tx.now }).onConflictDoNothing();
}

/** The rev up to which every reader has come, or null without any: the log is kept beyond it. */
export async function slowestCursor(db: Db): Promise<number | null> {
  const c = db.of(logCursors);
  const [row] = await db.select({ rev: min(c.rev) }).from(c);
  return row?.rev ?? null;
}

/** Makes this process the one that drives a reader, for `forMs`; false while another process does. */
export async function holdCursor(tx: Tx, name: string, holder: string, forMs: number): Promise<boolean> {
  const c = tx.db.of(logCursors);
  const rows = await tx.db
    .update(c)
    .set({ holder, heldUntil: tx.now + forMs })
    .where(and(eq(c.name, name), or(eq(c.holder, holder), lte(c.heldUntil, tx.now))))
    .returning({ name: c.name });
  return rows.length > 0;
}

/** Another process may drive what this one did. */
export async function releaseCursors(tx: Tx, holder: string): Promise<void> {
  const c = tx.db.of(logCursors);
  await tx.db.update(c).set({ holder: null, heldUntil: 0 }).where(eq(c.holder, holder));
}

/** At most `limit` events after a reader's cursor. */
export async function readNext(
  db: Db,
  name: string,
  limit: number,
): Promise<{ cursor: Cursor | null; events: StoredEvent[] }> {
  const c = db.of(logCursors);
  const e = db.of(events);
  const [cursor] = await db.select().from(c).where(eq(c.name, name));
  if (!cursor) return { cursor: null, events: [] };
  return { cursor, events: await db.select().from(e).where(gt(e.rev, cursor.rev)).orderBy(asc(e.rev)).limit(limit) };
}

/** The reader has handled everything up to `rev`. A cursor never goes back. */
export async function moveCursor(tx: Tx, name: string, rev: number): Promise<void> {
  const c = tx.db.of(logCursors);
  await tx.db
    .update(c)
    .set({ rev, failures: 0, error: null, updatedAt: tx.now })
    .where(and(eq(c.name, name), lt(c.rev, rev)));
}

/** The event after the cursor could not be handled, for the `failures`-th time in a row. */
export async function noteFailure(tx: Tx, name: string, failures: number, error: string): Promise<void> {
  const c = tx.db.of(logCursors);
  await tx.db.update(c).set({ failures, error, updatedAt: tx.now }).where(eq(c.name, name));
}

/** Keeps an event that a reader passes among the dead letters. */
export async function bury(tx: Tx, consumer: string, rev: number, error: string): Promise<void> {
  await tx.db.insert(tx.db.of(deadEvents)).values({ id: nanoid(), consumer, rev, error, at: tx.now });
}

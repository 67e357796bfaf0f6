import { and, asc, eq, gt, inArray, isNull, lte, min } from 'drizzle-orm';
import { backoff } from '#shared/backoff.ts';
import type { Db, Tx } from '#server/platform/db/store.ts';
import { jobs } from './tables.ts';

export type JobRow = typeof jobs.$inferSelect;

/** A process has a job for this long, in ms; then another process may start it again. */
export const lockMs = 5 * 60_000;
const retry = { base: 2_000, cap: 60 * 60_000 };
const errorLength = 500;

/** Plans a recurring job where it is not planned yet. */
export async function plan(tx: Tx, kind: string, runAt: number): Promise<void> {
  const row = { id: `every:${kind}`, kind, uniqueKey: null, payload: 'null', runAt, createdAt: tx.now };
  await tx.db.insert(tx.db.of(jobs)).values(row).onConflictDoNothing();
}

/** Takes at most `limit` due jobs for `lockMs`. The attempt counts, and the key is free for what comes later. */
export async function claim(tx: Tx, kinds: string[], limit: number): Promise<JobRow[]> {
  const j = tx.db.of(jobs);
  const isFree = and(isNull(j.deadAt), lte(j.runAt, tx.now), lte(j.lockedUntil, tx.now));
  const due = await tx.db
    .select()
    .from(j)
    .where(and(isFree, inArray(j.kind, kinds)))
    .orderBy(asc(j.runAt))
    .limit(limit);
  const claimed: JobRow[] = [];
  for (const { id, attempts } of due) {
    const change = { attempts: attempts + 1, lockedUntil: tx.now + lockMs, uniqueKey: null };
    // On PostgreSQL another process may have taken it since the select.
    const rows = await tx.db
      .update(j)
      .set(change)
      .where(and(eq(j.id, id), isFree))
      .returning();
    claimed.push(...rows);
  }
  return claimed;
}

/** When the next job is due, ms since 1970; Infinity without any. */
export async function nextDue(db: Db, kinds: string[], now: number): Promise<number> {
  const j = db.of(jobs);
  const alive = and(isNull(j.deadAt), inArray(j.kind, kinds));
  const [free] = await db
    .select({ at: min(j.runAt) })
    .from(j)
    .where(and(alive, lte(j.lockedUntil, now)));
  const [locked] = await db
    .select({ at: min(j.lockedUntil) })
    .from(j)
    .where(and(alive, gt(j.lockedUntil, now)));
  return Math.min(Number(free?.at ?? Infinity), Number(locked?.at ?? Infinity));
}

/** The job is done: it goes, or waits for its next turn. A job whose lock ran out belongs to another process. */
export async function finish(tx: Tx, job: JobRow, everyMs: number | null): Promise<void> {
  const j = tx.db.of(jobs);
  if (everyMs === null) await tx.db.delete(j).where(isStillHeld(tx, job));
  else
    await tx.db
      .update(j)
      .set({ runAt: tx.now + everyMs, attempts: 0, lockedUntil: 0, error: null })
      .where(isStillHeld(tx, job));
}

/** The attempt failed: the job waits for another one, or is kept as dead. */
export async function postpone(tx: Tx, job: JobRow, reason: unknown, dead: boolean): Promise<void> {
  const error = String(reason instanceof Error ? reason.message : reason).slice(0, errorLength);
  const runAt = tx.now + Math.ceil(backoff(job.attempts - 1, retry));
  await tx.db
    .update(tx.db.of(jobs))
    .set({ error, lockedUntil: 0, runAt, deadAt: dead ? tx.now : null })
    .where(isStillHeld(tx, job));
}

function isStillHeld(tx: Tx, { id, lockedUntil }: JobRow) {
  const j = tx.db.of(jobs);
  return and(eq(j.id, id), eq(j.lockedUntil, lockedUntil));
}

import { desc, isNotNull } from 'drizzle-orm';
import type { Db } from './db/store.ts';
import { jobs } from './jobs/tables.ts';
import { deadEvents } from './log/tables.ts';

/** Work that failed too often and waits for a person: a job, or an event that a durable reader of the log has passed. */
export interface DeadLetter {
  id: string;
  /** The kind of the job, or the name of the reader. */
  from: string;
  /** The event's place in the log; null for a job. */
  rev: number | null;
  error: string;
  /** ms since 1970. */
  at: number;
}

/** The newest first, at most `limit`. */
export async function deadLetters(db: Db, limit: number): Promise<DeadLetter[]> {
  const [j, e] = [db.of(jobs), db.of(deadEvents)];
  const deadJobs = await db.select().from(j).where(isNotNull(j.deadAt)).orderBy(desc(j.deadAt)).limit(limit);
  const passed = await db.select().from(e).orderBy(desc(e.at)).limit(limit);
  const letters = [
    ...deadJobs.map(({ id, kind, error, deadAt }) => ({
      id,
      from: kind,
      rev: null,
      error: error ?? '',
      at: deadAt ?? 0,
    })),
    ...passed.map(({ consumer, ...event }) => ({ ...event, from: consumer })),
  ];
  return letters.toSorted((a, b) => b.at - a.at).slice(0, limit);
}

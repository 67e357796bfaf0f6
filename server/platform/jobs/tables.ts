import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * Work to be done after the commit that asked for it. A finished job has no row; one that failed too often stays with
 * `dead_at` until somebody looks. Times are ms since 1970.
 */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** At most one job of a kind that has not begun has the same key. */
    uniqueKey: text('unique_key'),
    payload: text('payload').notNull(),
    runAt: integer('run_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** The process that runs the job has it until then; afterwards another one may take it. */
    lockedUntil: integer('locked_until').notNull().default(0),
    error: text('error'),
    deadAt: integer('dead_at'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('jobs_kind_key').on(t.kind, t.uniqueKey),
    index('jobs_due')
      .on(t.runAt)
      .where(sql`dead_at is null`),
  ],
);

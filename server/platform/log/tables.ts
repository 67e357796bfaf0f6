import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How far each durable reader of the log has come: it has handled everything up to `rev`. */
export const logCursors = sqliteTable('log_cursors', {
  name: text('name').primaryKey(),
  rev: integer('rev').notNull(),
  /** Failures in a row at the event after `rev`, and the last one's reason. */
  failures: integer('failures').notNull().default(0),
  error: text('error'),
  /** The process that drives the reader, until when it does; afterwards another one may. */
  holder: text('holder'),
  heldUntil: integer('held_until').notNull().default(0),
  updatedAt: integer('updated_at').notNull(),
});

/** Events that a reader could not handle and has passed. */
export const deadEvents = sqliteTable(
  'dead_events',
  {
    id: text('id').primaryKey(),
    consumer: text('consumer').notNull(),
    rev: integer('rev').notNull(),
    error: text('error').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('dead_events_at').on(t.at)],
);

import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LogEventKind } from '#shared/events.ts';

/** How far each durable reader of the log has come: it has handled everything up to `rev`. */
export const logCursors = sqliteTable('log_cursors', {
  name: text('name').primaryKey(),
  rev: integer('rev').notNull(),
  /** Failures in a row at the event after `rev`, and the reason of the last failure. */
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

/** One row: the newest revision given out. */
export const logHead = sqliteTable('log_head', {
  id: integer('id').primaryKey(),
  rev: integer('rev').notNull(),
});

/** The log: every durable change, in the order of commits. */
export const events = sqliteTable(
  'events',
  {
    rev: integer('rev').primaryKey(),
    roomId: text('room_id'),
    userId: text('user_id'),
    kind: text('kind').$type<LogEventKind>().notNull(),
    messageId: text('message_id'),
    data: text('data').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    /** Replay finds the revs that concern a person in these two alone. */
    index('events_room').on(t.roomId, t.rev, t.userId),
    index('events_user')
      .on(t.userId, t.rev)
      .where(sql`user_id is not null`),
    /** A recall rewrites the events of the message and of its replies. */
    index('events_message')
      .on(t.messageId)
      .where(sql`message_id is not null`),
  ],
);

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Mention, Notice } from '#shared/messages.ts';
import { users } from '#server/features/users/tables.ts';
import { rooms } from '#server/features/rooms/tables.ts';

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id),
    tempId: text('temp_id').notNull(),
    rev: integer('rev').notNull(),
    text: text('text').notNull(),
    mentions: text('mentions', { mode: 'json' }).$type<Mention[]>().notNull(),
    notice: text('notice', { mode: 'json' }).$type<Notice | null>(),
    replyToId: text('reply_to_id'),
    createdAt: integer('created_at').notNull(),
    editedAt: integer('edited_at'),
    recalledAt: integer('recalled_at'),
    /** Its author, or a manager of the room. */
    recalledBy: text('recalled_by'),
  },
  (t) => [
    uniqueIndex('messages_sender_temp').on(t.authorId, t.tempId),
    uniqueIndex('messages_room_rev').on(t.roomId, t.rev),
    /** Recalling a message takes its text out of the replies' events. */
    index('messages_reply')
      .on(t.replyToId)
      .where(sql`reply_to_id is not null`),
    /** What unread counts read, and nothing else. */
    index('messages_countable')
      .on(t.roomId, t.rev, t.authorId)
      .where(sql`recalled_at is null and notice is null`),
  ],
);

/** Earlier texts of edited messages. */
export const messageVersions = sqliteTable(
  'message_versions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    rev: integer('rev').notNull(),
    text: text('text').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.rev] })],
);

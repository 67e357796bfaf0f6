import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { messages } from '#server/features/messages/tables.ts';

/** Whom a message calls. `user_id` is empty for `@room`, which means everyone but its author. */
export const mentions = sqliteTable(
  'mentions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    userId: text('user_id').notNull(),
    roomId: text('room_id').notNull(),
    rev: integer('rev').notNull(),
    authorId: text('author_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.userId] }), index('mentions_room').on(t.roomId, t.userId, t.rev)],
);

import { primaryKey, sqliteTable, text, integer } from 'drizzle-orm/sqlite-core';
import { messages } from '#server/features/messages/tables.ts';
import { users } from '#server/features/users/tables.ts';

export const reactions = sqliteTable(
  'reactions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    emoji: text('emoji').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    rev: integer('rev').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.emoji, t.userId] })],
);

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { messages } from '#server/features/messages/tables.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { users } from '#server/features/users/tables.ts';

export const pins = sqliteTable(
  'pins',
  {
    messageId: text('message_id')
      .primaryKey()
      .references(() => messages.id),
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    pinnedBy: text('pinned_by')
      .notNull()
      .references(() => users.id),
    rev: integer('rev').notNull(),
    pinnedAt: integer('pinned_at').notNull(),
  },
  (t) => [index('pins_room').on(t.roomId, t.rev)],
);

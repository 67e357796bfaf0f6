import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MemberRole } from '#shared/rooms.ts';
import { users } from '#server/features/users/tables.ts';
import { rooms } from '#server/features/rooms/tables.ts';

export const memberships = sqliteTable(
  'memberships',
  {
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<MemberRole>().notNull(),
    joinedAt: integer('joined_at').notNull(),
    lastReadRev: integer('last_read_rev').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.userId] }), index('memberships_user').on(t.userId)],
);

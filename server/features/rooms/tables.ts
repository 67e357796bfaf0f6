import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RoomKind } from '#shared/rooms.ts';

export const rooms = sqliteTable(
  'rooms',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<RoomKind>().notNull(),
    name: text('name').notNull(),
    /** Of public rooms alone, among which it is unique; the sorted people of a direct room are in `direct_key`. */
    nameKey: text('name_key'),
    directKey: text('direct_key'),
    topic: text('topic').notNull().default(''),
    createdBy: text('created_by'),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
    memberCount: integer('member_count').notNull().default(0),
    lastMessageRev: integer('last_message_rev').notNull().default(0),
    lastMessageAt: integer('last_message_at').notNull().default(0),
  },
  (t) => [uniqueIndex('rooms_name_key').on(t.nameKey), uniqueIndex('rooms_direct_key').on(t.directKey)],
);

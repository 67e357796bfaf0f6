import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { UserRole } from '#shared/users.ts';

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<UserRole>().notNull(),
    statusText: text('status_text').notNull().default(''),
    avatarVersion: integer('avatar_version').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    deactivatedAt: integer('deactivated_at'),
  },
  (t) => [uniqueIndex('users_name_key').on(t.nameKey)],
);

/** The image in base64, with the type its bytes showed. */
export const avatars = sqliteTable('avatars', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  type: text('type').notNull(),
  image: text('image').notNull(),
});

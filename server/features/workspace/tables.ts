import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegistrationMode } from '#shared/auth.ts';

/** One row: the workspace and its settings. Times are ms since 1970. */
export const workspace = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  registration: text('registration').$type<RegistrationMode>().notNull(),
  lobbyRoomId: text('lobby_room_id').notNull(),
  createdAt: integer('created_at').notNull(),
});

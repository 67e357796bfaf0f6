import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const invites = sqliteTable(
  'invites',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull().default(0),
    revokedAt: integer('revoked_at'),
  },
  (t) => [uniqueIndex('invites_code').on(t.code)],
);

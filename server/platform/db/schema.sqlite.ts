import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { LogEventKind } from '#shared/events.ts';
import type { Mention, Notice } from '#shared/messages.ts';
import type { RegistrationMode } from '#shared/auth.ts';
import type { MemberRole, RoomKind } from '#shared/rooms.ts';
import type { UserRole } from '#shared/users.ts';

/** One row: the workspace and its settings. Times here and below are ms since 1970. */
export const workspace = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  registration: text('registration').$type<RegistrationMode>().notNull(),
  lobbyRoomId: text('lobby_room_id').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** One row: the newest revision given out. */
export const logHead = sqliteTable('log_head', {
  id: integer('id').primaryKey(),
  rev: integer('rev').notNull(),
});

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

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    device: text('device').notNull(),
    address: text('address').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId)],
);

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
    /** Its author, or whoever runs the room. */
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

export { jobs } from '#server/platform/jobs/tables.ts';
export { deadEvents, logCursors } from '#server/platform/log/tables.ts';

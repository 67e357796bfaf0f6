import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { LogEventKind } from '#shared/events.ts';
import type { Mention, Notice } from '#shared/messages.ts';
import type { RegistrationMode } from '#shared/auth.ts';
import type { MemberRole, RoomKind } from '#shared/rooms.ts';
import type { UserRole } from '#shared/users.ts';

/** The tables of `schema.sqlite.ts` in PostgreSQL's dialect: same names, same TypeScript shapes. */
export const workspace = pgTable('workspace', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  registration: text('registration').$type<RegistrationMode>().notNull(),
  lobbyRoomId: text('lobby_room_id').notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
});

/** One row: the newest revision given out. */
export const logHead = pgTable('log_head', {
  id: integer('id').primaryKey(),
  rev: bigint('rev', { mode: 'number' }).notNull(),
});

export const users = pgTable(
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
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    lastSeenAt: bigint('last_seen_at', { mode: 'number' }),
    deactivatedAt: bigint('deactivated_at', { mode: 'number' }),
  },
  (t) => [uniqueIndex('users_name_key').on(t.nameKey)],
);

/** The image in base64, with the type its bytes showed. */
export const avatars = pgTable('avatars', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  type: text('type').notNull(),
  image: text('image').notNull(),
});

export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    device: text('device').notNull(),
    address: text('address').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    lastUsedAt: bigint('last_used_at', { mode: 'number' }).notNull(),
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId)],
);

export const invites = pgTable(
  'invites',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    expiresAt: bigint('expires_at', { mode: 'number' }),
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull().default(0),
    revokedAt: bigint('revoked_at', { mode: 'number' }),
  },
  (t) => [uniqueIndex('invites_code').on(t.code)],
);

export const rooms = pgTable(
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
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    archivedAt: bigint('archived_at', { mode: 'number' }),
    memberCount: integer('member_count').notNull().default(0),
    lastMessageRev: bigint('last_message_rev', { mode: 'number' }).notNull().default(0),
    lastMessageAt: bigint('last_message_at', { mode: 'number' }).notNull().default(0),
  },
  (t) => [uniqueIndex('rooms_name_key').on(t.nameKey), uniqueIndex('rooms_direct_key').on(t.directKey)],
);

export const memberships = pgTable(
  'memberships',
  {
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<MemberRole>().notNull(),
    joinedAt: bigint('joined_at', { mode: 'number' }).notNull(),
    lastReadRev: bigint('last_read_rev', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.userId] }), index('memberships_user').on(t.userId)],
);

export const messages = pgTable(
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
    rev: bigint('rev', { mode: 'number' }).notNull(),
    text: text('text').notNull(),
    mentions: jsonb('mentions').$type<Mention[]>().notNull(),
    notice: jsonb('notice').$type<Notice | null>(),
    replyToId: text('reply_to_id'),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    editedAt: bigint('edited_at', { mode: 'number' }),
    recalledAt: bigint('recalled_at', { mode: 'number' }),
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
export const messageVersions = pgTable(
  'message_versions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    text: text('text').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.rev] })],
);

/** Whom a message calls. `user_id` is empty for `@room`, which means everyone but its author. */
export const mentions = pgTable(
  'mentions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    userId: text('user_id').notNull(),
    roomId: text('room_id').notNull(),
    rev: bigint('rev', { mode: 'number' }).notNull(),
    authorId: text('author_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.userId] }), index('mentions_room').on(t.roomId, t.userId, t.rev)],
);

export const reactions = pgTable(
  'reactions',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    emoji: text('emoji').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    rev: bigint('rev', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.emoji, t.userId] })],
);

/** The log: every durable change, in the order of commits. */
export const events = pgTable(
  'events',
  {
    rev: bigint('rev', { mode: 'number' }).primaryKey(),
    roomId: text('room_id'),
    userId: text('user_id'),
    kind: text('kind').$type<LogEventKind>().notNull(),
    messageId: text('message_id'),
    data: text('data').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
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

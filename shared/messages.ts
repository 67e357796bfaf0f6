import { z } from 'zod';
import { toRoom } from './event-headers.ts';
import { limits } from './limits.ts';
import { reactionGroup } from './reactions.ts';
import { roomId } from './rooms.ts';
import { id, text } from './text.ts';
import { userId } from './users.ts';

export const messageId = id;
/** Chosen by the sender; the same one twice stores one message. */
export const tempId = text.min(1).max(limits.tempIdLength);
const offset = z.number().int().min(0).max(limits.messageLength);

/** Where the text says `@name`, `@room` or `@here`: `[start, end)` in UTF-16 code units. */
export const mentionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId, start: offset, end: offset }),
  z.object({ kind: z.literal('room'), start: offset, end: offset }),
  z.object({ kind: z.literal('here'), start: offset, end: offset }),
]);
export type MentionInput = z.infer<typeof mentionInput>;

/** A stored mention; `here` keeps whom it meant at that moment. */
export const mention = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: z.string(), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('room'), start: z.number(), end: z.number() }),
  z.object({
    kind: z.literal('here'),
    userIds: z.array(z.string()),
    start: z.number(),
    end: z.number(),
  }),
]);
export type Mention = z.infer<typeof mention>;

/** What a system message reports. */
export const notice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('created') }),
  z.object({ type: z.literal('joined'), userIds: z.array(z.string()) }),
  z.object({ type: z.literal('left'), userIds: z.array(z.string()) }),
  z.object({ type: z.literal('removed'), userIds: z.array(z.string()) }),
  z.object({ type: z.literal('renamed'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('topic'), topic: z.string() }),
  z.object({ type: z.literal('archived') }),
  z.object({ type: z.literal('unarchived') }),
  /** Somebody did something with a message, named as in the table of permissions; a newer version knows more names. */
  z.object({ type: z.literal('message'), action: z.string(), messageId: z.string() }),
]);
export type Notice = z.infer<typeof notice>;

/** The message a reply answers, as it is now. */
export const quote = z.object({
  messageId: z.string(),
  authorId: z.string(),
  text: z.string(),
  recalledAt: z.number().nullable(),
});
export type Quote = z.infer<typeof quote>;

/** A message. `rev` orders it in its room; a recalled one keeps its place and loses its text. Defaults: see `events.ts`. */
export const message = z.object({
  id: z.string(),
  roomId: z.string(),
  authorId: z.string(),
  tempId: z.string(),
  rev: z.number().int(),
  text: z.string(),
  mentions: z.array(mention).default([]),
  notice: notice.nullable().default(null),
  replyTo: quote.nullable().default(null),
  reactions: z.array(reactionGroup).default([]),
  createdAt: z.number(),
  editedAt: z.number().nullable().default(null),
  recalledAt: z.number().nullable().default(null),
  recalledBy: z.string().nullable().default(null),
});
export type Message = z.infer<typeof message>;

export const messageEvents = [
  z.object({ kind: z.literal('message.posted'), ...toRoom, message }),
  z.object({ kind: z.literal('message.edited'), ...toRoom, message, previousMentions: z.array(mention) }),
  z.object({
    kind: z.literal('message.recalled'),
    ...toRoom,
    messageId: z.string(),
    messageRev: z.number(),
    authorId: z.string(),
    /** Who recalled it. Null in events of a time when only authors could. */
    by: z.string().nullable().default(null),
    previousMentions: z.array(mention),
  }),
] as const;

const mentions = z.array(mentionInput).max(limits.mentionRanges).default([]);

export const sendInput = z.object({
  roomId,
  tempId,
  text,
  mentions,
  replyToId: messageId.nullable().default(null),
  /** Said after the page asked: notify a large room all the same. */
  confirmed: z.boolean().default(false),
});
/** The acknowledgement of a send. `message` is null when it was stored before and its sender has left its room since. */
export interface Sent {
  tempId: string;
  message: Message | null;
}

export const editInput = z.object({ messageId, text, mentions, confirmed: z.boolean().default(false) });
export const messageInput = z.object({ messageId });

/** A place in a room's history: `before`/`after` a rev (not included), or `around` a message. */
export const historyCursor = z.discriminatedUnion('at', [
  z.object({ at: z.literal('end') }),
  z.object({ at: z.literal('start') }),
  z.object({ at: z.literal('before'), rev: z.number().int().min(0) }),
  z.object({ at: z.literal('after'), rev: z.number().int().min(0) }),
  z.object({ at: z.literal('around'), messageId }),
  /** Around the first message after `rev`: where unread messages begin. */
  z.object({ at: z.literal('rev'), rev: z.number().int().min(0) }),
]);
export type HistoryCursor = z.infer<typeof historyCursor>;

export const historyInput = z.object({
  roomId,
  cursor: historyCursor.default({ at: 'end' }),
  limit: z.number().int().min(1).max(limits.pageSize.max).default(limits.pageSize.default),
});
/** Messages oldest first, true at `rev`; a cursor is null where the history ends. */
export interface HistoryPage {
  rev: number;
  messages: Message[];
  older: HistoryCursor | null;
  newer: HistoryCursor | null;
}

/** An earlier text of an edited message. */
export interface MessageVersion {
  text: string;
  at: number;
}

import type { Message } from '#shared/messages.ts';
import type { RowContext } from './row-context.ts';

/** Whether the reader used an emoji on a message. */
const reacted = (message: Message, emoji: string, me: string): boolean =>
  message.reactions.some((group) => group.emoji === emoji && group.userIds.includes(me));

/** Puts the reader's reaction, or takes it back. */
export const toggleReaction = (message: Message, emoji: string, row: RowContext): void =>
  row.actions.onReact(message, emoji, !reacted(message, emoji, row.me));

import { recalled, recalledQuote } from '#shared/build-message.ts';
import type { EventOf, LogEvent } from '#shared/events.ts';
import type { HistoryPage, Message } from '#shared/messages.ts';
import type { ReactionGroup } from '#shared/reactions.ts';

/** A page of a room's history after an event of that room. New messages belong to the page that reaches the end. */
export function applyToPage(page: HistoryPage, event: LogEvent): HistoryPage {
  if (event.kind === 'message.posted') {
    if (page.newer !== null || page.messages.some((known) => known.id === event.message.id)) return page;
    return { ...page, messages: [...page.messages, event.message] };
  }
  const messages = applyToMessages(page.messages, event);
  return messages === page.messages ? page : { ...page, messages };
}

/** Messages after an event that changes one of them, or what one of them quotes; the same array when none is meant. */
export function applyToMessages(messages: Message[], event: LogEvent): Message[] {
  switch (event.kind) {
    case 'message.edited':
      return change(messages, event.message.id, (message) => edited(message, event));
    case 'message.recalled':
      return change(messages, event.messageId, (message) => afterRecall(message, event));
    case 'reaction.added':
      return change(messages, event.messageId, (message) => reacted(message, event));
    case 'reaction.removed':
      return change(messages, event.messageId, (message) => unreacted(message, event));
    default:
      return messages;
  }
}

function change(messages: Message[], messageId: string, make: (message: Message) => Message): Message[] {
  const concerns = (message: Message) => message.id === messageId || message.replyTo?.messageId === messageId;
  if (!messages.some(concerns)) return messages;
  return messages.map((message) => (concerns(message) ? make(message) : message));
}

function edited(message: Message, event: EventOf<'message.edited'>): Message {
  if (message.id === event.message.id) return event.message;
  return message.replyTo ? { ...message, replyTo: { ...message.replyTo, text: event.message.text } } : message;
}

function afterRecall(message: Message, { messageId, at, authorId, by }: EventOf<'message.recalled'>): Message {
  if (message.id === messageId) return recalled(message, at, by ?? authorId);
  return message.replyTo ? { ...message, replyTo: recalledQuote(message.replyTo, at) } : message;
}

function reacted(message: Message, { messageId, emoji, by, rev }: EventOf<'reaction.added'>): Message {
  if (message.id !== messageId) return message;
  const group = message.reactions.find((known) => known.emoji === emoji) ?? { emoji, userIds: [], revs: [] };
  if (group.userIds.includes(by)) return message;
  const grown = { emoji, userIds: [...group.userIds, by], revs: [...group.revs, rev] };
  return { ...message, reactions: inOrder([...without(message.reactions, emoji), grown]) };
}

function unreacted(message: Message, { messageId, emoji, by }: EventOf<'reaction.removed'>): Message {
  const group = message.reactions.find((known) => known.emoji === emoji);
  const at = group?.userIds.indexOf(by) ?? -1;
  if (message.id !== messageId || !group || at < 0) return message;
  const rest = { emoji, userIds: group.userIds.toSpliced(at, 1), revs: group.revs.toSpliced(at, 1) };
  const others = without(message.reactions, emoji);
  return { ...message, reactions: rest.userIds.length === 0 ? others : inOrder([...others, rest]) };
}

const without = (groups: ReactionGroup[], emoji: string): ReactionGroup[] =>
  groups.filter((group) => group.emoji !== emoji);

/** By their earliest standing use. */
const inOrder = (groups: ReactionGroup[]): ReactionGroup[] =>
  groups.sort((a, b) => (a.revs[0] ?? 0) - (b.revs[0] ?? 0));

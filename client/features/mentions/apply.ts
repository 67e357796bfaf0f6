import type { EventOf, LogEvent } from '#shared/events.ts';
import { isMentioned } from '#shared/mentioning.ts';
import { applyToMessages } from '#client/features/messages/apply.ts';
import type { Outputs } from '#client/lib/trpc.ts';

export type MentionsSnapshot = Outputs['mentions']['list'];

/** Unread mentions, newest first, after an event. Null when a mark went back, and older ones must be read again. */
export function applyToMentions(snapshot: MentionsSnapshot, event: LogEvent, meId: string): MentionsSnapshot | null {
  switch (event.kind) {
    case 'message.posted':
      return calls(event, meId) ? { ...snapshot, messages: [event.message, ...snapshot.messages] } : snapshot;
    case 'message.edited':
      return edited(snapshot, event, meId);
    case 'message.recalled':
      return {
        ...snapshot,
        messages: applyToMessages(snapshot.messages, event).filter((message) => message.id !== event.messageId),
      };
    case 'room.left':
      return { ...snapshot, messages: snapshot.messages.filter((message) => message.roomId !== event.leftRoomId) };
    case 'read.marked':
      return event.by === meId ? marked(snapshot, event) : snapshot;
    default: {
      const messages = applyToMessages(snapshot.messages, event);
      return messages === snapshot.messages ? snapshot : { ...snapshot, messages };
    }
  }
}

const calls = ({ message }: EventOf<'message.posted' | 'message.edited'>, meId: string): boolean =>
  message.authorId !== meId && isMentioned(message.mentions, meId);

function edited(snapshot: MentionsSnapshot, event: EventOf<'message.edited'>, meId: string): MentionsSnapshot | null {
  const listed = snapshot.messages.some((message) => message.id === event.message.id);
  const called = calls(event, meId);
  // Whether an older message that now calls is read already, only the server knows.
  if (called && !listed) return null;
  const messages = applyToMessages(snapshot.messages, event);
  return { ...snapshot, messages: called ? messages : messages.filter((message) => message.id !== event.message.id) };
}

function marked(snapshot: MentionsSnapshot, event: EventOf<'read.marked'>): MentionsSnapshot | null {
  const rest = snapshot.messages.filter(
    (message) => message.roomId !== event.roomId || message.rev > event.lastReadRev,
  );
  // As many as the server counts, or the mark went back over some that are not here.
  const here = rest.filter((message) => message.roomId === event.roomId).length;
  return here === event.mentionCount ? { ...snapshot, messages: rest } : null;
}

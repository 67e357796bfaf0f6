import type { EventOf, LogEvent } from '#shared/events.ts';
import { isMentioned } from '#shared/mentioning.ts';
import { applyToMessages } from '#client/features/messages/apply.ts';
import type { Outputs } from '#client/lib/trpc.ts';

type MentionsSnapshot = Outputs['mentions']['list'];

/** Unread mentions, the last to call first, after an event. Null when a mark moved over some that are not here. */
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

function edited(snapshot: MentionsSnapshot, event: EventOf<'message.edited'>, meId: string): MentionsSnapshot {
  const { message, previousMentions } = event;
  const called = calls(event, meId);
  const messages = applyToMessages(snapshot.messages, event);
  if (called && isMentioned(previousMentions, meId)) return { ...snapshot, messages };
  const others = messages.filter(({ id }) => id !== message.id);
  // People the edit names for the first time are called now, after everything else.
  return { ...snapshot, messages: called ? [message, ...others] : others };
}

function marked(snapshot: MentionsSnapshot, event: EventOf<'read.marked'>): MentionsSnapshot | null {
  const rest = snapshot.messages.filter(
    (message) => message.roomId !== event.roomId || message.rev > event.lastReadRev,
  );
  // As many as the server counts, or the mark went back, or an edit called after the message was read.
  const here = rest.filter((message) => message.roomId === event.roomId).length;
  return here === event.mentionCount ? { ...snapshot, messages: rest } : null;
}

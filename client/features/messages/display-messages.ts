import { useMemo } from 'react';
import { newMessage } from '#shared/build-message.ts';
import type { Mention, MentionInput, Message } from '#shared/messages.ts';
import { type PendingMessage, useOutbox } from '#client/lib/outbox.ts';
import { keyOf, type DisplayMessage } from './types.ts';

const asMention = (mention: MentionInput): Mention => (mention.kind === 'here' ? { ...mention, userIds: [] } : mention);

/** A message that the server has not answered for, as if it had: at the very end. */
function optimistic(pending: PendingMessage): DisplayMessage {
  const { roomId, userId, tempId, text, mentions, replyTo, createdAt, state, sentence } = pending;
  if (state === 'sent' && pending.message) return { message: pending.message, state };
  const message = newMessage({
    id: '',
    roomId,
    authorId: userId,
    tempId,
    rev: Number.MAX_SAFE_INTEGER,
    text,
    mentions: mentions.map(asMention),
    replyTo,
    createdAt,
  });
  return { message, state, ...(sentence !== null && state === 'failed' ? { error: sentence } : {}) };
}

const known = new WeakMap<Message, DisplayMessage>();

/** The same object for the same message, so that its row has nothing to render. */
function stored(message: Message): DisplayMessage {
  const shown = known.get(message) ?? { message, state: 'sent' };
  known.set(message, shown);
  return shown;
}

/** A room's stored messages, and after them what is on its way; each once, whichever of its two ways was faster. */
export function useDisplayMessages(
  roomId: string,
  messages: readonly Message[],
  reachesEnd: boolean,
): readonly DisplayMessage[] {
  const pending = useOutbox((state) => state.pending);
  return useMemo(() => {
    const shown = messages.map(stored);
    const own = pending.filter((entry) => entry.roomId === roomId);
    if (!reachesEnd || own.length === 0) return shown;
    const here = new Set(messages.map(keyOf));
    const waiting = own
      .filter((entry) => !here.has(keyOf({ authorId: entry.userId, tempId: entry.tempId })))
      .map(optimistic);
    return [...shown, ...waiting].sort((a, b) => a.message.rev - b.message.rev);
  }, [roomId, messages, reachesEnd, pending]);
}

import { useMemo } from 'react';
import type { Mention, MentionInput, Message } from '#shared/messages.ts';
import { errorSentence, useLanguage } from '#client/lib/i18n.ts';
import { type PendingMessage, useOutbox } from '#client/lib/outbox.ts';
import type { ShownMessage } from './view.ts';

const asMention = (mention: MentionInput): Mention => (mention.kind === 'here' ? { ...mention, userIds: [] } : mention);

/** A message that the server has not answered for, as if it had: at the very end. */
function optimistic(pending: PendingMessage): ShownMessage {
  const { roomId, userId, tempId, text, mentions, replyTo, createdAt, state, error } = pending;
  if (state === 'sent' && pending.message) return { message: pending.message, state };
  const message: Message = {
    id: '',
    roomId,
    authorId: userId,
    tempId,
    rev: Number.MAX_SAFE_INTEGER,
    text,
    mentions: mentions.map(asMention),
    notice: null,
    replyTo,
    reactions: [],
    createdAt,
    editedAt: null,
    recalledAt: null,
  };
  return { message, state, ...(error && state === 'failed' ? { error: errorSentence(error) } : {}) };
}

/** A room's stored messages, and after them what is on its way; each once, whichever of its two ways was faster. */
export function useShownMessages(roomId: string, stored: readonly Message[], reachesEnd: boolean): readonly ShownMessage[] {
  const pending = useOutbox((state) => state.pending);
  const language = useLanguage();
  return useMemo(() => {
    const shown = stored.map((message): ShownMessage => ({ message, state: 'sent' }));
    const own = pending.filter((entry) => entry.roomId === roomId);
    if (!reachesEnd || own.length === 0) return shown;
    const known = new Set(stored.map((message) => `${message.authorId}:${message.tempId}`));
    const waiting = own.filter((entry) => !known.has(`${entry.userId}:${entry.tempId}`)).map(optimistic);
    return [...shown, ...waiting].sort((a, b) => a.message.rev - b.message.rev);
    // The sentences of failures change with the language.
    // eslint-disable-next-line react/exhaustive-deps
  }, [roomId, stored, reachesEnd, pending, language]);
}

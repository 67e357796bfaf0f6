import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Message } from '#shared/messages.ts';
import type { MessageActions } from '#client/features/messages/view.ts';
import { readMarks } from '#client/features/reads/read-marks.ts';
import { draftOf, saveDraft } from '#client/lib/drafts.ts';
import { problemOf } from '#client/lib/problem.ts';
import { messageHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { openProfile } from './dialogs.ts';
import { useSession } from '#client/lib/session.ts';

interface RoomHandles {
  roomId: string;
  onShowMessage: (messageId: string) => void;
  /** The draft was changed from outside: the composer reads it anew. */
  onDraftReplaced: () => void;
  onReply: (message: Message) => void;
}

/** The call's answer, or an `Error` that says to a person what went wrong. */
async function orSentence<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (reason) {
    throw new Error(problemOf(reason).sentence, { cause: reason });
  }
}

const tellFailure = (reason: unknown): void => showToast({ tone: 'problem', text: problemOf(reason).sentence });

/** What can be done with the messages of one room; the same object while the handles are. */
export function useMessageActions({ roomId, onShowMessage, onDraftReplaced, onReply }: RoomHandles): MessageActions {
  const { meId, outbox, optimistic } = useSession();
  const [, navigate] = useLocation();
  return useMemo(
    () => ({
      onReply,
      onEdit: async ({ id }, { text, mentions, confirmed }) => {
        await orSentence(client.messages.edit.mutate({ messageId: id, text, mentions: [...mentions], confirmed }));
      },
      onRecall: async ({ id }) => {
        await orSentence(client.messages.recall.mutate({ messageId: id }));
      },
      onReact: ({ id }, emoji, on) => {
        const reaction = { messageId: id, emoji };
        const kind = on ? ('reaction.added' as const) : ('reaction.removed' as const);
        optimistic({ kind, roomId, userId: null, by: meId, ...reaction }, () =>
          on ? client.reactions.add.mutate(reaction) : client.reactions.remove.mutate(reaction),
        );
      },
      onMarkUnread: ({ id }) => {
        // A mark on its way would read the message again.
        readMarks.drop(roomId);
        client.reads.markUnread.mutate({ messageId: id }).catch(tellFailure);
      },
      onRetry: ({ tempId }) => outbox.retry(tempId),
      onDiscard: ({ tempId }) => {
        const discarded = outbox.discard(tempId);
        // What was given up goes back to where it was written, unless something else stands there.
        if (!discarded || draftOf(meId, roomId).text.trim() !== '') return;
        saveDraft(meId, roomId, { text: discarded.text, mentions: discarded.mentions, replyTo: discarded.replyTo });
        onDraftReplaced();
      },
      onOpenProfile: openProfile,
      onShowMessage,
      onOpenRoom: ({ href }) => navigate(href),
      linkTo: ({ id }) => new URL(messageHref(roomId, id), location.origin).href,
      loadVersions: (messageId) => orSentence(client.messages.versions.query({ messageId })),
      loadSeenBy: async (messageId) => {
        const marks = await orSentence(client.reads.seenBy.query({ messageId }));
        return marks.map((mark) => mark.userId);
      },
    }),
    [roomId, meId, outbox, optimistic, navigate, onReply, onShowMessage, onDraftReplaced],
  );
}

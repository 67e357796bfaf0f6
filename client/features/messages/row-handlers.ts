import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useReact } from '#client/features/reactions/react.ts';
import { openProfile } from '#client/features/users/open-profile.ts';
import { draftOf, replaceDraft } from '#client/lib/drafts.ts';
import { orErrorText } from '#client/lib/problem.ts';
import { useSession } from '#client/lib/session.ts';
import { client } from '#client/lib/trpc.ts';
import type { RowHandlers } from './types.ts';

/** What the rows of one room do themselves; the same object while `onShowMessage` is. */
export function useRowHandlers(roomId: string, onShowMessage: (messageId: string) => void): RowHandlers {
  const { meId, outbox } = useSession();
  const [, navigate] = useLocation();
  const onReact = useReact();
  return useMemo(
    () => ({
      onEdit: async ({ id }, { text, mentions, confirmed }) => {
        await orErrorText(client.messages.edit.mutate({ messageId: id, text, mentions: [...mentions], confirmed }));
      },
      onReact,
      onRetry: ({ tempId }) => outbox.retry(tempId),
      onDiscard: ({ tempId }) => {
        const discarded = outbox.discard(tempId);
        // What was given up goes back to where it was written, unless something else is there.
        if (!discarded || draftOf(meId, roomId).text.trim() !== '') return;
        replaceDraft(meId, roomId, { text: discarded.text, mentions: discarded.mentions, replyTo: discarded.replyTo });
      },
      onOpenProfile: openProfile,
      onShowMessage,
      onOpenRoom: ({ href }) => navigate(href),
    }),
    [roomId, meId, outbox, navigate, onReact, onShowMessage],
  );
}

import { useCallback } from 'react';
import type { Message } from '#shared/messages.ts';
import { useSession } from '#client/lib/session.ts';
import { client } from '#client/lib/trpc.ts';

export const hasReacted = (message: Message, emoji: string, meId: string): boolean =>
  message.reactions.some((group) => group.emoji === emoji && group.userIds.includes(meId));

/** Puts the reader's reaction on a message, or takes it back; the same function between renders. */
export function useReact(): (message: Message, emoji: string, on: boolean) => void {
  const { meId, optimistic } = useSession();
  return useCallback(
    ({ id, roomId }, emoji, on) => {
      const reaction = { messageId: id, emoji };
      const kind = on ? ('reaction.added' as const) : ('reaction.removed' as const);
      optimistic({ kind, roomId, userId: null, by: meId, ...reaction }, () =>
        on ? client.reactions.add.mutate(reaction) : client.reactions.remove.mutate(reaction),
      );
    },
    [meId, optimistic],
  );
}

/** The other of the two. */
export function useToggleReaction(): (message: Message, emoji: string) => void {
  const { meId } = useSession();
  const react = useReact();
  return (message, emoji) => react(message, emoji, !hasReacted(message, emoji, meId));
}

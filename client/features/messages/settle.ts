import { hashKey, notifyManager } from '@tanstack/react-query';
import { type Outbox, type PendingMessage, useOutbox } from '#client/lib/outbox.ts';
import { queryClient } from '#client/lib/trpc.ts';
import type { Message } from '#shared/messages.ts';
import { historySnapshot, type HistoryWindow } from './snapshot.ts';
import { keyOf } from './types.ts';

/** How the hash of every window's key begins. */
const anyHistory = hashKey(historySnapshot.key()).slice(0, -1);

/** The windows into a room, by TanStack's state of each. */
const windowsOf = (roomId: string) =>
  queryClient
    .getQueryCache()
    .findAll({ queryKey: historySnapshot.key(roomId) })
    .map(({ queryKey, state }) => ({
      fetching: state.fetchStatus === 'fetching',
      window: queryClient.getQueryData<HistoryWindow>(queryKey),
    }));

function findIn(window: HistoryWindow | undefined, entry: PendingMessage): Message | undefined {
  const key = keyOf({ authorId: entry.userId, tempId: entry.tempId });
  return window?.pages.flatMap((page) => page.messages).find((message) => keyOf(message) === key);
}

/** Whether no window into its room still needs the outbox to show a stored message. */
function isShown(entry: PendingMessage, { rev }: Message): boolean {
  return windowsOf(entry.roomId).every(({ window, fetching }) => {
    const last = window?.pages.at(-1);
    if (!last) return !fetching;
    // One that knows of this rev without the message has let its page go.
    return last.newer !== null || last.rev >= rev || findIn(window, entry) !== undefined;
  });
}

/**
 * Runs `work` after the readers of the cache were notified of all that is in it now. A message that left the outbox before
 * would be shown by neither of the two for a moment, and its row would be made again.
 */
const afterReaders = (work: () => void): void => notifyManager.schedule(work);

/** Takes each message out of the outbox once the room's cached history has it. Returns how to end this. */
export function settleStored(outbox: Outbox): () => void {
  const check = () => {
    for (const entry of useOutbox.getState().pending) {
      const found = windowsOf(entry.roomId).flatMap(({ window }) => findIn(window, entry) ?? []);
      const message = entry.message ?? found[0];
      if (!message) continue;
      if (isShown(entry, message)) afterReaders(() => outbox.settle(entry.tempId));
      else if (entry.state !== 'sent') outbox.confirm(message);
    }
  };
  const later = () => afterReaders(check);
  const ends = [
    useOutbox.subscribe(later),
    queryClient.getQueryCache().subscribe(({ query }) => query.queryHash.startsWith(anyHistory) && later()),
  ];
  return () => {
    for (const end of ends) end();
  };
}

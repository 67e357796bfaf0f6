import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Message } from '#shared/messages.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { type Anchor, historySnapshot, type HistoryWindow, trimOldest } from './snapshot.ts';

export interface Target {
  messageId: string;
  nonce: number;
}

/** The window into one room's history, and the ways to move it. */
export interface History {
  messages: readonly Message[];
  /** Nothing to show yet. */
  loading: boolean;
  error: unknown;
  hasOlder: boolean;
  hasNewer: boolean;
  loadingOlder: boolean;
  loadingNewer: boolean;
  target: Target | null;
  loadOlder: () => void;
  loadNewer: () => void;
  retry: () => void;
  /** Brings a message into view, loading around it where needed. */
  show: (messageId: string) => void;
  toLatest: () => void;
  /** To the first message after `rev`. */
  toRev: (rev: number) => void;
  /** The reader is at the end: pages far above may go. */
  trim: () => void;
}

const none: readonly Message[] = [];
const end: Anchor = { at: 'end' };

/** Opens at `messageId`, or at the end without one. Give the component `key={roomId}`. */
export function useHistory(roomId: string, messageId: string | null): History {
  const [anchor, setAnchor] = useState<Anchor>(() =>
    messageId === null ? freshEnd(roomId) : { at: 'around', messageId },
  );
  const [wanted, setWanted] = useState<Target | null>(messageId === null ? null : { messageId, nonce: 0 });
  const options = historySnapshot.query(roomId, anchor);
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const { data, isPlaceholderData } = query;
  const messages = useMemo(() => data?.pages.flatMap((page) => page.messages) ?? none, [data]);
  const goTo = (id: string) => setWanted((before) => ({ messageId: id, nonce: (before?.nonce ?? 0) + 1 }));
  const trim = useCallback(
    () =>
      queryClient.setQueryData<HistoryWindow>(
        historySnapshot.query(roomId, anchor).queryKey,
        (window) => window && trimOldest(window),
      ),
    [roomId, anchor],
  );
  return {
    messages,
    loading: data === undefined && !query.isError,
    error: query.error,
    hasOlder: query.hasPreviousPage,
    hasNewer: query.hasNextPage || isPlaceholderData,
    loadingOlder: query.isFetchingPreviousPage,
    loadingNewer: query.isFetchingNextPage || isPlaceholderData,
    target: anchor.at === 'rev' && !isPlaceholderData ? firstAfter(messages, anchor.rev) : wanted,
    loadOlder: () => void (!query.isFetching && query.fetchPreviousPage()),
    loadNewer: () => void (!query.isFetching && query.fetchNextPage()),
    retry: () => void query.refetch(),
    show: (id) => {
      if (!messages.some((message) => message.id === id)) setAnchor({ at: 'around', messageId: id });
      goTo(id);
    },
    toLatest: () => {
      setWanted(null);
      if (anchor.at === 'end' && query.hasNextPage)
        void queryClient.resetQueries({ queryKey: options.queryKey, exact: true });
      setAnchor(end);
    },
    toRev: (rev) => {
      setWanted(null);
      setAnchor({ at: 'rev', rev });
    },
    trim,
  };
}

/** Reads the end of a room that is about to be opened. */
export const prefetchHistory = (roomId: string): void =>
  void queryClient.prefetchInfiniteQuery(historySnapshot.query(roomId, end));

/** The end; a window kept from before that no longer reaches it is let go. */
function freshEnd(roomId: string): Anchor {
  const { queryKey } = historySnapshot.query(roomId, end);
  const kept = queryClient.getQueryData<HistoryWindow>(queryKey);
  if (kept?.pages.at(-1)?.newer) queryClient.removeQueries({ queryKey, exact: true });
  return end;
}

function firstAfter(messages: readonly Message[], rev: number): Target | null {
  const first = messages.find((message) => message.rev > rev);
  return first ? { messageId: first.id, nonce: -1 } : null;
}

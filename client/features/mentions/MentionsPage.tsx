import { useState } from 'react';
import { useLocation } from 'wouter';
import { MentionsList } from './MentionsList.tsx';
import MentionsScreen from './MentionsScreen.tsx';
import { byName, useRooms } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { attempt } from '#client/lib/problem.ts';
import { homeHref, messageHref, roomHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { mentionsSnapshot } from '#client/features/mentions/snapshot.ts';
import { amend } from '#client/lib/snapshots.ts';
import { client, queryClient } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { openProfile } from '#client/features/users/open-profile.ts';
import { headingOf } from '#client/features/rooms/room-view.ts';
import { useSession } from '#client/lib/session.ts';

const useT = wordsHook({ messages: messagesWords });

/** What calls for the reader and is not read yet, in all rooms. */
export default function MentionsPage() {
  useTitle(useT().messages.mentionsTitle);
  const [, navigate] = useLocation();
  const { meId } = useSession();
  const users = useUsers();
  const rooms = useRooms();
  const { data, isError, refetch } = useQuery(mentionsSnapshot.query());
  const { loadingMore, loadMore } = useMore();
  const items = data?.messages.flatMap((message) => {
    const room = rooms.find((candidate) => candidate.id === message.roomId);
    return room ? { message, roomName: headingOf(room, users, meId), href: messageHref(room.id, message.id) } : [];
  });
  const named = rooms.filter((room) => room.kind !== 'direct').sort(byName);
  const state = items ? (items.length === 0 ? 'empty' : 'ready') : isError ? 'failed' : 'loading';
  return (
    <MentionsScreen state={state} onRetry={() => void refetch()} onBack={() => navigate(homeHref)}>
      <MentionsList
        items={items ?? []}
        me={meId}
        people={users}
        rooms={named.map(({ id, name }) => ({ id, name, href: roomHref(id) }))}
        hasMore={data?.cursor != null}
        loadingMore={loadingMore}
        onLoadMore={() => void loadMore(data?.cursor ?? null)}
        onOpen={({ href }) => navigate(href)}
        onOpenProfile={openProfile}
        onOpenRoom={({ href }) => navigate(href)}
      />
    </MentionsScreen>
  );
}

/** Adds older mentions to those that are cached; events go on applying to all of them. */
function useMore() {
  const [loadingMore, setLoadingMore] = useState(false);
  const loadMore = async (cursor: number | null) => {
    setLoadingMore(true);
    const problem = await attempt(async () => {
      const page = await client.mentions.list.query({ cursor });
      queryClient.setQueryData(mentionsSnapshot.query().queryKey, (known) => {
        if (!known) return undefined;
        return amend(known, (list) => {
          const ids = new Set(list.messages.map((message) => message.id));
          const older = page.messages.filter((message) => !ids.has(message.id));
          return { ...list, messages: [...list.messages, ...older], cursor: page.cursor };
        });
      });
    });
    setLoadingMore(false);
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  return { loadingMore, loadMore };
}

import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import BrowseRooms from './BrowseRooms.tsx';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from './en.ts';
import { attempt } from '#client/lib/problem.ts';
import { homeHref, roomHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { trpc } from '#client/lib/trpc-react.ts';
import { WithTrpc } from '#client/lib/WithTrpc.tsx';
import { createRoomDialog } from './dialogs.ts';
import { openDialog } from '#client/lib/overlays.ts';

const useT = wordsHook({ rooms: roomsWords });

/** All public rooms. */
export default function BrowsePage() {
  useTitle(useT().rooms.browseTitle);
  return (
    <WithTrpc>
      <Directory />
    </WithTrpc>
  );
}

function Directory() {
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const query = trpc.rooms.browse.useInfiniteQuery(
    { search: useDeferredValue(search.trim()), archived },
    // Non-members receive no events of a room: every visit loads the list again.
    { getNextPageParam: (page) => page.cursor, staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
  );
  return (
    <BrowseRooms
      rooms={query.data?.pages.flatMap((page) => page.rooms)}
      failed={query.isError}
      onRetry={() => void query.refetch()}
      search={search}
      onSearch={setSearch}
      archived={archived}
      onArchived={setArchived}
      onLoadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      hrefOf={({ id }) => roomHref(id)}
      onJoin={({ id }) =>
        attempt(async () => {
          await client.rooms.join.mutate({ roomId: id });
          navigate(roomHref(id));
        })
      }
      onCreate={(name) => openDialog(createRoomDialog, { name })}
      onBack={() => navigate(homeHref)}
    />
  );
}

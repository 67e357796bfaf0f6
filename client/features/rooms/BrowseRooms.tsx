import { Compass, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { BrowsedRoom } from '#shared/rooms.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import type { Problem } from '#client/lib/problem.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Screen } from '#client/ui/Screen.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { BrowseRow } from './BrowseRow.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

export interface BrowseRoomsProps {
  /** Undefined while the first page loads. */
  rooms: readonly BrowsedRoom[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  search: string;
  onSearch: (search: string) => void;
  archived: boolean;
  onArchived: (archived: boolean) => void;
  /** Left out where there is no further page. */
  onLoadMore?: (() => void) | undefined;
  loadingMore?: boolean;
  hrefOf: (room: BrowsedRoom) => string;
  onJoin: (room: BrowsedRoom) => Promise<Problem | null>;
  onCreate: (name: string) => void;
  /** Shown on a phone. */
  onBack: () => void;
}

/** A screen in the main column: all public rooms. */
export default function BrowseRooms(props: BrowseRoomsProps) {
  const { search, onSearch, archived, onArchived, onCreate, onBack } = props;
  const t = useT();
  return (
    <Screen
      title={t.rooms.browseTitle}
      backLabel={t.common.back}
      onBack={onBack}
      actions={
        <Button size="sm" onClick={() => onCreate(search.trim())}>
          <Icon of={Plus} size={16} />
          {t.rooms.create}
        </Button>
      }
      tools={
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 sm:flex-row sm:items-center">
          <div className="flex-1">
            <SearchField
              label={t.rooms.browseSearch}
              clearLabel={t.common.clear}
              value={search}
              onChange={onSearch}
              maxLength={100}
            />
          </div>
          <Segmented
            hideLabel
            label={t.rooms.browseTitle}
            value={archived ? 'archived' : 'open'}
            onChange={(value) => onArchived(value === 'archived')}
            segments={[
              { value: 'open', label: t.rooms.openRooms },
              { value: 'archived', label: t.rooms.archivedRooms },
            ]}
          />
        </div>
      }
    >
      <div className="px-4 pb-6 md:px-6">
        <div className="mx-auto w-full max-w-3xl">
          <Rooms {...props} />
        </div>
      </div>
    </Screen>
  );
}

function Rooms({
  rooms,
  failed = false,
  onRetry,
  search,
  archived,
  onLoadMore,
  loadingMore = false,
  hrefOf,
  onJoin,
  onCreate,
}: BrowseRoomsProps) {
  const t = useT();
  const [problem, setProblem] = useState<Problem | null>(null);
  if (failed)
    return (
      <ErrorState
        title={t.common.loadFailed}
        hint={t.common.loadFailedHint}
        retryLabel={t.common.retry}
        onRetry={onRetry}
      />
    );
  if (!rooms) return <SkeletonRows rows={6} label={t.common.loading} />;
  if (rooms.length === 0) return <None search={search.trim()} archived={archived} onCreate={onCreate} />;
  return (
    <>
      <FormProblem sentence={problem?.sentence ?? null} className="mb-2" />
      <ul className="-mx-2">
        {rooms.map((room) => (
          <BrowseRow
            key={room.id}
            room={room}
            href={hrefOf(room)}
            onJoin={async () => setProblem(await onJoin(room))}
          />
        ))}
      </ul>
      {onLoadMore && (
        <div className="flex justify-center pt-4">
          <Button busy={loadingMore} onClick={onLoadMore}>
            {t.common.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}

function None({ search, archived, onCreate }: Pick<BrowseRoomsProps, 'search' | 'archived' | 'onCreate'>) {
  const t = useT();
  if (archived && search === '')
    return <EmptyState icon={Compass} title={t.rooms.noneArchived} hint={t.rooms.noneArchivedHint} />;
  return (
    <EmptyState
      icon={search === '' ? Compass : SearchX}
      title={search === '' ? t.rooms.browseEmpty : t.rooms.browseNone(search)}
      hint={search === '' ? t.rooms.browseEmptyHint : t.rooms.browseNoneHint}
      action={
        !archived && (
          <Button tone="primary" onClick={() => onCreate(search)}>
            {t.rooms.create}
          </Button>
        )
      }
    />
  );
}

import { useCallback, useState } from 'react';
import type { RoomActor } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { MentionCandidates } from '#client/features/composer/draft.ts';
import { MessageList } from './MessageList.tsx';
import { useDisplayMessages } from './display-messages.ts';
import type { History } from './use-history.ts';
import { useEditing } from './editing.ts';
import { useRowHandlers } from './row-handlers.ts';
import { usePinnedIds } from '#client/features/pins/use-pinned-ids.ts';
import { unreadFrom, useReading } from '#client/features/reads/use-reading.ts';
import { headingOf, isNoteToSelf, othersOf } from '#client/features/rooms/room-view.ts';
import { RoomBeginning } from '#client/features/rooms/RoomBeginning.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { useFirstScreen } from '#client/lib/idle.ts';
import { usePreferences } from '#client/lib/preferences.ts';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { peopleOf } from '#client/features/users/person.ts';
import { useSession } from '#client/lib/session.ts';

const useT = wordsHook({ common: commonWords });

interface MessageTimelineProps {
  room: RoomSummary;
  actor: RoomActor;
  history: History;
  toLatest: () => void;
  candidates: MentionCandidates;
  onShowMessage: (messageId: string) => void;
}

/** The messages of a room, or why there are none to see. */
export function MessageTimeline(props: MessageTimelineProps) {
  const { room, actor, history, toLatest, candidates, onShowMessage } = props;
  const t = useT();
  const { meId } = useSession();
  const users = useUsers();
  const { enterSends } = usePreferences();
  const { dividerAfter, onReadUpTo } = useReading(room);
  const pinnedIds = usePinnedIds(room.id);
  const [atBottom, setAtBottom] = useState(true);
  const shown = useDisplayMessages(room.id, history.messages, !history.hasNewer);
  const handlers = useRowHandlers(room.id, onShowMessage);
  const editing = useEditing(meId, room.id);
  const { trim } = history;
  const onAtBottomChange = useCallback(
    (reached: boolean) => {
      setAtBottom(reached);
      if (reached) trim();
    },
    [trim],
  );
  useFirstScreen(!history.loading);
  if (history.loading) return <SkeletonRows rows={8} label={t.common.loading} />;
  if (history.error && history.messages.length === 0) {
    const { loadFailed, loadFailedHint, retry } = t.common;
    return <ErrorState title={loadFailed} hint={loadFailedHint} retryLabel={retry} onRetry={history.retry} />;
  }
  return (
    <MessageList
      roomName={headingOf(room, users, meId)}
      messages={shown}
      actor={actor}
      people={users}
      pinnedIds={pinnedIds}
      candidates={candidates}
      enterSends={enterSends}
      beginning={<Beginning room={room} />}
      {...pagingOf(history)}
      unreadAfterRev={unreadFrom(history.messages, dividerAfter, meId)}
      target={history.target}
      newCount={atBottom && !history.hasNewer ? 0 : room.unreadCount}
      onJumpToLatest={toLatest}
      onJumpToUnread={toUnread(history, dividerAfter)}
      onReadUpTo={onReadUpTo}
      onAtBottomChange={onAtBottomChange}
      {...editing}
      handlers={handlers}
    />
  );
}

/** The way to the first unread message while it is not among those loaded. */
function toUnread({ hasOlder, messages, toRev }: History, dividerAfter: number | null): (() => void) | null {
  const loadedFrom = messages[0]?.rev ?? 0;
  return dividerAfter !== null && hasOlder && loadedFrom > dividerAfter + 1 ? () => toRev(dividerAfter) : null;
}

const pagingOf = ({ hasOlder, hasNewer, loadingOlder, loadingNewer, loadOlder, loadNewer }: History) => ({
  hasOlder,
  hasNewer,
  loadingOlder,
  loadingNewer,
  onLoadOlder: loadOlder,
  onLoadNewer: loadNewer,
});

function Beginning({ room }: { room: RoomSummary }) {
  const { meId } = useSession();
  const people = useUsers();
  return (
    <RoomBeginning
      name={headingOf(room, people, meId)}
      topic={room.topic}
      people={room.kind === 'direct' ? peopleOf(othersOf(room, meId), people) : []}
      noteToSelf={isNoteToSelf(room, meId)}
    />
  );
}

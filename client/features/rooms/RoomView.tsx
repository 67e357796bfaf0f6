import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'wouter';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { headingOf } from './room-view.ts';
import { mayWithMessage } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import { type History, useHistory } from '#client/features/messages/use-history.ts';
import { useRoomActor } from './use-room-actor.ts';
import { useForeignDraft } from '#client/lib/drafts.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { answeredWith } from '#client/lib/problem.ts';
import { messageHref, roomHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { startEditing } from '#client/features/messages/editing.ts';
import { RoomComposer } from '#client/features/composer/RoomComposer.tsx';
import { MessageTimeline } from '#client/features/messages/MessageTimeline.tsx';
import { RoomHeader } from './RoomHeader.tsx';
import { useSession } from '#client/lib/session.ts';
import { useMentionCandidates } from '#client/features/mentions/use-mention-candidates.ts';

const words = wordsNow({ messages: messagesWords });

// What only actions ask for is read after the messages.
const RoomSnapshots = lazyOnIdle(() => import('./RoomSnapshots.tsx'));
// Its height is always there.
const RoomSignals = lazyOnIdle(
  () => import('#client/features/signals/RoomSignals.tsx'),
  () => <div className="h-6" />,
);

interface RoomViewProps {
  room: RoomSummary;
  messageId: string | null;
}

/** One room: its head, its messages, and where one writes. Give it `key={room.id}`. */
export function RoomView({ room, messageId }: RoomViewProps) {
  const { meId } = useSession();
  useTitle(headingOf(room, useUsers(), meId));
  const actor = useRoomActor(room);
  const candidates = useMentionCandidates(room, actor);
  const { history, onShowMessage, toLatest } = useRoomHistory(room.id, messageId);
  const foreignChanges = useForeignDraft(meId, room.id);
  const editLast = () => {
    const last = history.messages.findLast((message) => mayWithMessage(actor, message, 'edit'));
    if (last) startEditing(room.id, last.id);
  };
  return (
    <>
      <RoomSnapshots roomId={room.id} />
      <RoomHeader room={room} />
      <MessageTimeline
        room={room}
        actor={actor}
        history={history}
        toLatest={toLatest}
        candidates={candidates}
        onShowMessage={onShowMessage}
      />
      <RoomSignals room={room} />
      <RoomComposer
        // A draft changed from outside the composer is read again by a new one.
        key={foreignChanges}
        room={room}
        actor={actor}
        candidates={candidates}
        onEditLast={editLast}
        onSent={() => history.hasNewer && toLatest()}
      />
    </>
  );
}

/** The history at the room's address: a message's address shows it, and leaving it leads back to the end. */
function useRoomHistory(roomId: string, messageId: string | null) {
  const [, navigate] = useLocation();
  const history = useHistory(roomId, messageId);
  const latest = useRef<History>(history);
  useEffect(() => {
    latest.current = history;
  });
  const onAddress = useEffectEvent((id: string) => history.show(id));
  useEffect(() => {
    if (messageId !== null) onAddress(messageId);
  }, [messageId]);
  const toLatest = useCallback(() => {
    latest.current.toLatest();
    navigate(roomHref(roomId), { replace: true });
  }, [navigate, roomId]);
  const gone = answeredWith(history.error)?.code === 'message_unknown';
  useEffect(() => {
    if (!gone) return;
    showToast({ tone: 'problem', text: words().messages.messageGone });
    toLatest();
  }, [gone, toLatest]);
  const onShowMessage = useCallback(
    (id: string) => {
      latest.current.show(id);
      navigate(messageHref(roomId, id));
    },
    [navigate, roomId],
  );
  return { history, onShowMessage, toLatest };
}

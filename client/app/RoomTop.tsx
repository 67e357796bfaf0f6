import { useLocation } from 'wouter';
import { may } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import { othersOf, titleOf } from '#client/features/rooms/room-view.ts';
import { RoomHeader } from '#client/features/rooms/RoomHeader.tsx';
import { useRoomActor } from '#client/features/rooms/use-room-actor.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { homeHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { membersSnapshot } from '#client/features/rooms/snapshot.ts';
import { client } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { openDialog, openProfile, setPanelOpen, useOverlays } from './dialogs.ts';
import { peopleOf } from './room-lines.ts';
import { useSession } from '#client/lib/session.ts';

const picturesShown = 4;

async function unarchive(roomId: string): Promise<void> {
  const problem = await attempt(() => client.rooms.unarchive.mutate({ roomId }));
  if (problem) showToast({ tone: 'problem', text: problem.sentence });
}

/** The head of a room, offering what its reader may do. */
export function RoomTop({ room }: { room: RoomSummary }) {
  const { meId } = useSession();
  const [, navigate] = useLocation();
  const people = useUsers();
  const panelOpen = useOverlays((state) => state.panelOpen);
  const { data } = useQuery(membersSnapshot.query(room.id));
  const direct = room.kind === 'direct';
  const archived = room.archivedAt !== null;
  const actor = useRoomActor(room);
  const shownIds = direct
    ? othersOf(room, meId)
    : (data?.members.slice(0, picturesShown).map((member) => member.userId) ?? []);
  const title = titleOf(room, people, meId);
  const ask = (question: { kind: 'archive' } | { kind: 'leave'; isPrivate: boolean }) =>
    openDialog({
      kind: 'question',
      question: { ...question, roomTitle: `#${room.name}` },
      roomId: room.id,
      userId: null,
    });
  return (
    <RoomHeader
      kind={room.kind}
      title={title}
      topic={room.topic}
      memberCount={room.memberCount}
      archived={archived}
      people={peopleOf(shownIds, people)}
      panelOpen={panelOpen}
      onTogglePanel={() => setPanelOpen(!panelOpen)}
      onBack={() => navigate(homeHref)}
      onOpenProfile={openProfile}
      {...(may(actor, 'rename') ? { onRename: () => openDialog({ kind: 'renameRoom', roomId: room.id }) } : {})}
      {...(may(actor, 'setTopic') ? { onEditTopic: () => openDialog({ kind: 'topic', roomId: room.id }) } : {})}
      {...(may(actor, 'invite') ? { onAddPeople: () => openDialog({ kind: 'addPeople', roomId: room.id }) } : {})}
      {...(may(actor, 'leave') ? { onLeave: () => ask({ kind: 'leave', isPrivate: room.kind === 'private' }) } : {})}
      {...(!archived && may(actor, 'archive') ? { onArchive: () => ask({ kind: 'archive' }) } : {})}
      {...(archived && may(actor, 'unarchive') ? { onUnarchive: () => void unarchive(room.id) } : {})}
    />
  );
}

import { may } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import { MembersPanel } from './MembersPanel.tsx';
import { useRoomActor } from './use-room-actor.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { membersSnapshot } from './snapshot.ts';
import { useQuery } from '@tanstack/react-query';
import { addPeopleDialog, roomQuestionDialog } from './dialogs.ts';
import { setMembersPanel } from './members-panel.ts';
import { openProfile } from '#client/features/users/open-profile.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { useSession } from '#client/lib/session.ts';

const useT = wordsHook({ common: commonWords });

/** The people of the open room. */
export default function MembersPane({ room }: { room: RoomSummary }) {
  const t = useT();
  const { meId } = useSession();
  const people = useUsers();
  const { data, isError, refetch } = useQuery(membersSnapshot.query(room.id));
  const actor = useRoomActor(room);
  const remove = (userId: string) =>
    openDialog(roomQuestionDialog, {
      roomId: room.id,
      roomTitle: `#${room.name}`,
      question: { kind: 'remove', userId, personName: people.get(userId)?.displayName ?? t.common.someone },
    });
  return (
    <MembersPanel
      members={data?.members.flatMap(({ userId, role }) => {
        const person = people.get(userId);
        return person ? { ...person, roomRole: role } : [];
      })}
      meId={meId}
      failed={isError}
      onRetry={() => void refetch()}
      onClose={() => setMembersPanel(false)}
      onOpenProfile={openProfile}
      {...(may(actor, 'invite') ? { onAdd: () => openDialog(addPeopleDialog, { roomId: room.id }) } : {})}
      {...(may(actor, 'removeMember') ? { onRemove: remove } : {})}
    />
  );
}

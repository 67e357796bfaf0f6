import QuickSwitcher, { type SwitcherTarget } from '#client/features/navigation/QuickSwitcher.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { useRooms, byRecency, isShown } from '#client/features/rooms/use-rooms.ts';
import { othersOf, titleOf } from '#client/features/rooms/room-view.ts';
import { attempt } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog } from '#client/app/dialogs.ts';
import { peopleOf } from '#client/app/room-lines.ts';
import { useSession } from '#client/lib/session.ts';

interface SwitcherDialogProps {
  onGo: (href: string) => void;
  onBrowse: () => void;
}

/** Jumps to a room or a person by a few letters. */
export default function SwitcherDialog({ onGo, onBrowse }: SwitcherDialogProps) {
  const targets = useTargets();
  const choose = async (target: SwitcherTarget) => {
    if (target.kind !== 'person') return onGo(roomHref(target.key));
    const problem = await attempt(async () => {
      const room = await client.rooms.openDirect.mutate({ userIds: [target.key] });
      onGo(roomHref(room.id));
    });
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  return (
    <QuickSwitcher
      targets={targets}
      onChoose={(target) => void choose(target)}
      onBrowse={onBrowse}
      onClose={closeDialog}
    />
  );
}

function useTargets(): SwitcherTarget[] {
  const { meId } = useSession();
  const people = useUsers();
  const rooms = useRooms()
    .filter((room) => isShown(room, meId, null))
    .sort(byRecency);
  const withRoom = new Set(
    rooms
      .filter((room) => room.directUserIds.length <= 2)
      .flatMap((room) => (room.kind === 'direct' ? othersOf(room, meId) : [])),
  );
  const fromRooms = rooms.map((room): SwitcherTarget => {
    const others = room.kind === 'direct' ? peopleOf(othersOf(room, meId), people) : [];
    return {
      key: room.id,
      kind: room.kind,
      title: titleOf(room, people, meId),
      detail: room.kind === 'direct' ? others.map((person) => person.name).join(' ') : room.topic,
      people: others,
      unreadCount: room.unreadCount,
      mentionCount: room.mentionCount,
      archived: room.archivedAt !== null,
    };
  });
  const fromPeople = [...people.values()]
    .filter((person) => !withRoom.has(person.id) && person.deactivatedAt === null)
    .map((person): SwitcherTarget => ({
      key: person.id,
      kind: 'person',
      title: person.displayName,
      detail: person.name,
      people: [person],
      unreadCount: 0,
      mentionCount: 0,
      archived: false,
    }));
  return [...fromRooms, ...fromPeople];
}

import { peopleOf } from '#client/features/users/person.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { useRooms, byRecency, isShown } from '#client/features/rooms/use-rooms.ts';
import { othersOf, titleOf } from '#client/features/rooms/room-view.ts';
import { closeDialog, useLeaveDialog } from '#client/lib/overlays.ts';
import { attempt } from '#client/lib/problem.ts';
import { browseHref, roomHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { QuickSwitcher } from './QuickSwitcher.tsx';
import type { SwitcherTarget } from './switcher-target.ts';

/** Jumps to a room or a person by a few letters. */
export default function SwitcherDialog() {
  const leaveFor = useLeaveDialog();
  const targets = useTargets();
  const choose = async (target: SwitcherTarget) => {
    if (target.kind !== 'person') return leaveFor(roomHref(target.key));
    const problem = await attempt(async () => {
      const room = await client.rooms.openDirect.mutate({ userIds: [target.key] });
      leaveFor(roomHref(room.id));
    });
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  return (
    <QuickSwitcher
      targets={targets}
      onChoose={(target) => void choose(target)}
      onBrowse={() => leaveFor(browseHref)}
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

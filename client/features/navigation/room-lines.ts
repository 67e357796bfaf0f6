import type { RoomSummary } from '#shared/rooms.ts';
import { othersOf, type RoomLine, titleOf } from '#client/features/rooms/room-view.ts';
import { byName, byRecency, isShown, useRooms } from '#client/features/rooms/use-rooms.ts';
import { peopleOf } from '#client/features/users/person.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { useHasDraft } from '#client/lib/drafts.ts';
import { useLanguage } from '#client/lib/i18n.ts';
import { roomHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';

/** The rooms of the sidebar, in its order. */
export function useRoomLines(currentId: string | null): { rooms: RoomLine[]; directs: RoomLine[] } {
  const { meId } = useSession();
  const people = useUsers();
  const hasDraft = useHasDraft(meId);
  useLanguage();
  const shown = useRooms().filter((room) => isShown(room, meId, currentId));
  const lineOf = (room: RoomSummary): RoomLine => ({
    id: room.id,
    href: roomHref(room.id),
    kind: room.kind,
    title: titleOf(room, people, meId),
    archived: room.archivedAt !== null,
    current: room.id === currentId,
    unreadCount: room.unreadCount,
    mentionCount: room.mentionCount,
    draft: room.id !== currentId && hasDraft(room.id),
    people: room.kind === 'direct' ? peopleOf(othersOf(room, meId), people) : [],
  });
  return {
    rooms: shown
      .filter((room) => room.kind !== 'direct')
      .sort(byName)
      .map(lineOf),
    directs: shown
      .filter((room) => room.kind === 'direct')
      .sort(byRecency)
      .map(lineOf),
  };
}

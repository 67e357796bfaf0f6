import NewDirectDialog from '#client/features/rooms/NewDirectDialog.tsx';
import { othersOf } from '#client/features/rooms/room-view.ts';
import { byRecency, useRooms } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog } from '#client/app/dialogs.ts';
import { peopleOf } from '#client/app/room-lines.ts';
import { useSession } from '#client/lib/session.ts';

export default function NewDirect({ onGo }: { onGo: (href: string) => void }) {
  const { meId } = useSession();
  const people = useUsers();
  const directs = useRooms()
    .filter((room) => room.kind === 'direct')
    .sort(byRecency);
  const lately = directs.flatMap((room) => othersOf(room, meId));
  const ids = [...new Set([...lately, ...people.keys()])];
  return (
    <NewDirectDialog
      people={peopleOf(ids, people).filter((person) => person.deactivatedAt === null)}
      meId={meId}
      onStart={(userIds) =>
        attempt(async () => {
          const room = await client.rooms.openDirect.mutate({ userIds: [...userIds] });
          onGo(roomHref(room.id));
        })
      }
      onClose={closeDialog}
    />
  );
}

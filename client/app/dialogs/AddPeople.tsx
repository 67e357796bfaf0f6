import AddPeopleDialog from '#client/features/rooms/AddPeopleDialog.tsx';
import { useRoom } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { membersSnapshot } from '#client/features/rooms/snapshot.ts';
import { client } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { closeDialog } from '#client/app/dialogs.ts';

export default function AddPeople({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  const people = useUsers();
  const { data } = useQuery(membersSnapshot.query(roomId));
  if (!room || !data) return null;
  const inside = new Set(data.members.map((member) => member.userId));
  return (
    <AddPeopleDialog
      roomTitle={room.name}
      people={[...people.values()].filter((person) => !inside.has(person.id) && person.deactivatedAt === null)}
      onAdd={async (userIds) => {
        const problem = await attempt(() => client.rooms.invite.mutate({ roomId, userIds: [...userIds] }));
        if (!problem) closeDialog();
        return problem;
      }}
      onClose={closeDialog}
    />
  );
}

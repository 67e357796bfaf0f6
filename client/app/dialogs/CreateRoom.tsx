import CreateRoomDialog from '#client/features/rooms/CreateRoomDialog.tsx';
import { attempt } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog } from '#client/app/dialogs.ts';

export default function CreateRoom({ name, onGo }: { name: string | undefined; onGo: (href: string) => void }) {
  return (
    <CreateRoomDialog
      {...(name === undefined ? {} : { initialName: name })}
      onCreate={(values) =>
        attempt(async () => {
          const room = await client.rooms.create.mutate(values);
          onGo(roomHref(room.id));
        })
      }
      onClose={closeDialog}
    />
  );
}

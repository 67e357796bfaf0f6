import RenameRoomDialog from '#client/features/rooms/RenameRoomDialog.tsx';
import TopicDialog from '#client/features/rooms/TopicDialog.tsx';
import { useRoom } from '#client/features/rooms/use-rooms.ts';
import { attempt } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog } from '#client/app/dialogs.ts';

export default function ChangeRoom({ kind, roomId }: { kind: 'renameRoom' | 'topic'; roomId: string }) {
  const room = useRoom(roomId);
  if (!room) return null;
  return kind === 'renameRoom' ? (
    <RenameRoomDialog
      name={room.name}
      onRename={(name) => attempt(() => client.rooms.rename.mutate({ roomId, name }))}
      onClose={closeDialog}
    />
  ) : (
    <TopicDialog
      topic={room.topic}
      onSave={(topic) => attempt(() => client.rooms.setTopic.mutate({ roomId, topic }))}
      onClose={closeDialog}
    />
  );
}

import type { RoomSummary } from '#shared/rooms.ts';
import { TypingLine } from '#client/features/typing/TypingLine.tsx';
import { useTypingIn } from '#client/features/typing/use-typing.ts';
import { useUsers } from '#client/features/users/use-people.ts';

/** Who is writing here. */
export default function RoomTyping({ room }: { room: RoomSummary }) {
  const users = useUsers();
  const names = useTypingIn(room.id).flatMap((id) => users.get(id)?.displayName ?? []);
  return <TypingLine names={names} />;
}

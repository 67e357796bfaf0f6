import type { RoomSummary } from '#shared/rooms.ts';
import { SignalLine } from './SignalLine.tsx';
import { useSignals } from './use-signals.ts';
import { useUsers } from '#client/features/users/use-people.ts';

/** What others are doing here. */
export default function RoomSignals({ room }: { room: RoomSummary }) {
  const users = useUsers();
  const seen = useSignals(room.id).flatMap(({ userId, signal }) => {
    const name = users.get(userId)?.displayName;
    return name ? [{ signal, name }] : [];
  });
  return <SignalLine seen={seen} />;
}

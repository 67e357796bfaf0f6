import { Redirect } from 'wouter';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { lastRoom } from '#client/features/rooms/last-room.ts';
import { byRecency, useRooms } from '#client/features/rooms/use-rooms.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { roomHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { usePhone } from '#client/ui/use-media.ts';

const NoRoomScreen = lazyOnIdle(() => import('#client/features/navigation/NoRoomScreen.tsx'));

/** Side by side there is always a room to show; a phone shows the list alone. */
export function Home() {
  const { meId } = useSession();
  const wide = !usePhone();
  const rooms = useRooms();
  useTitle(null);
  const start =
    rooms.find((room) => room.id === lastRoom(meId)) ??
    rooms.find((room) => room.lobby) ??
    rooms.toSorted(byRecency)[0];
  return wide && start ? <Redirect to={roomHref(start.id)} replace /> : <NoRoomScreen />;
}

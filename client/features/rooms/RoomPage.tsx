import { useEffect } from 'react';
import { useRoom } from './use-rooms.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { rememberRoom } from './last-room.ts';
import { RoomView } from './RoomView.tsx';
import { useSession } from '#client/lib/session.ts';
import { StartingScreen } from '#client/features/shell/screens.tsx';

const OutsideRoom = lazyOnIdle(() => import('./OutsideRoom.tsx'), StartingScreen);

/** A room at its address, at a message if one is given. */
export function RoomPage({ roomId, messageId }: { roomId: string; messageId: string | null }) {
  const { meId } = useSession();
  const room = useRoom(roomId);
  const inside = room !== undefined;
  useEffect(() => {
    if (inside) rememberRoom(meId, roomId);
  }, [inside, meId, roomId]);
  if (!room) return <OutsideRoom key={roomId} roomId={roomId} />;
  return <RoomView key={roomId} room={room} messageId={messageId} />;
}

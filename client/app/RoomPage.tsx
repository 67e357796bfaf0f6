import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useRoom } from '#client/features/rooms/use-rooms.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { answeredWith, attempt } from '#client/lib/problem.ts';
import { homeHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { roomQuery } from '#client/lib/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#client/lib/i18n.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Hash } from 'lucide-react';
import { rememberRoom } from './last-room.ts';
import { RoomView } from './RoomView.tsx';
import { useSession } from './session.ts';
import { StartingScreen } from './shell/screens.tsx';

const NotFoundScreen = lazyOnIdle(() => import('./shell/NotFoundScreen.tsx'));

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

/** A room one is not in: a public one can be joined, of all others nothing is known. */
function OutsideRoom({ roomId }: { roomId: string }) {
  const t = useT();
  const [, navigate] = useLocation();
  const { error } = useQuery({ ...roomQuery(roomId), retry: false });
  if (!error) return <StartingScreen />;
  if (answeredWith(error)?.code !== 'not_a_member') return <NotFoundScreen homeHref={homeHref} />;
  const join = async () => {
    const problem = await attempt(() => client.rooms.join.mutate({ roomId }));
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
    else navigate(location.pathname, { replace: true });
  };
  return (
    <EmptyState
      icon={Hash}
      title={t.rooms.notMemberBanner}
      hint={t.composer.notMember}
      action={
        <Button tone="primary" onClick={() => void join()}>
          {t.composer.join}
        </Button>
      }
    />
  );
}

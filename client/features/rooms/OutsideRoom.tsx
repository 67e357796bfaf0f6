import { useQuery } from '@tanstack/react-query';
import { Hash } from 'lucide-react';
import { useLocation } from 'wouter';
import { wordsHook } from '#client/lib/i18n.ts';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { composerWords } from '#client/features/composer/en.ts';
import { roomsWords } from './en.ts';
import { answeredWith, attempt } from '#client/lib/problem.ts';
import { outsideRoom } from './snapshot.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import NotFoundScreen from '#client/features/shell/NotFoundScreen.tsx';
import { StartingScreen } from '#client/features/shell/screens.tsx';

const useT = wordsHook({ composer: composerWords, rooms: roomsWords });

/** A room one is not in: a public one can be joined, of all others nothing is known. */
export default function OutsideRoom({ roomId }: { roomId: string }) {
  const t = useT();
  useTitle(null);
  const [, navigate] = useLocation();
  const { error } = useQuery({ ...outsideRoom.query(roomId), retry: false });
  if (!error) return <StartingScreen />;
  if (answeredWith(error)?.code !== 'not_a_member') return <NotFoundScreen />;
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

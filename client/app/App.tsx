import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { BrokenScreen, ReloadOffer, StartingScreen, UnreachableScreen } from '#client/features/shell/screens.tsx';
import { statusQuery } from '#client/features/accounts/queries.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { lazyOnIdle, lazyPart } from '#client/lib/lazy-parts.ts';
import { Boundary } from '#client/ui/Boundary.tsx';

const TooltipLayer = lazyOnIdle(() => import('#client/ui/TooltipLayer.tsx'));
const Toasts = lazyOnIdle(() => import('#client/features/shell/Toasts.tsx'));
const SignedIn = lazyPart(() => import('./signed-in.tsx'));
const SignedOut = lazyPart(() => import('./signed-out.tsx'));

/** The whole page. */
export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Boundary fallback={<BrokenScreen whole onReload={() => location.reload()} />}>
          <Suspense
            fallback={
              <>
                <ReloadOffer />
                <StartingScreen />
              </>
            }
          >
            <Door />
          </Suspense>
        </Boundary>
        <Toasts />
        <TooltipLayer />
      </QueryClientProvider>
    </StrictMode>
  );
}

/** Inside or outside: the server says who is signed in. */
function Door() {
  const { data, isError, refetch } = useQuery(statusQuery);
  if (isError) return <UnreachableScreen onRetry={() => void refetch()} />;
  if (!data) return <StartingScreen />;
  return data.me ? <SignedIn key={data.me.id} me={data.me} /> : <SignedOut status={data} />;
}

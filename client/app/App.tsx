import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { BrokenScreen, StartingScreen, UnreachableScreen } from './shell/screens.tsx';
import { queryClient, trpc, trpcClient } from '#client/lib/trpc.ts';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { TooltipLayer } from '#client/ui/TooltipLayer.tsx';
import { dismissToast, useToasts } from '#client/lib/toasts.ts';
import { useT } from '#client/lib/i18n.ts';
import { Boundary } from './Boundary.tsx';

const SignedIn = lazy(() => import('./signed-in.tsx'));
const SignedOut = lazy(() => import('./signed-out.tsx'));

/** The whole page. */
export function App() {
  return (
    <StrictMode>
      <trpc.Provider client={trpcClient} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <Boundary fallback={<BrokenScreen whole onReload={() => location.reload()} />}>
            <Suspense fallback={<StartingScreen />}>
              <Door />
            </Suspense>
          </Boundary>
          <Toasts />
          <TooltipLayer />
        </QueryClientProvider>
      </trpc.Provider>
    </StrictMode>
  );
}

/** Inside or outside: the server says who is signed in. */
function Door() {
  const { data, isError, refetch } = trpc.auth.status.useQuery();
  if (isError) return <UnreachableScreen onRetry={() => void refetch()} />;
  if (!data) return <StartingScreen />;
  return data.me ? <SignedIn key={data.me.id} me={data.me} /> : <SignedOut status={data} />;
}

function Toasts() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  return <ToastRegion toasts={toasts} label={t.shell.news} onDismiss={dismissToast} dismissLabel={t.common.dismiss} />;
}

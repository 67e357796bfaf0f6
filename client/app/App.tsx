import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { BrokenScreen, StartingScreen, UnreachableScreen } from './shell/screens.tsx';
import { statusQuery } from '#client/lib/queries.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { later } from '#client/lib/later.ts';
import { dismissToast, useToasts } from '#client/lib/toasts.ts';
import { useT } from '#client/lib/i18n.ts';
import { Boundary } from '#client/ui/Boundary.tsx';

const TooltipLayer = later(() => import('#client/ui/TooltipLayer.tsx'));
const SignedIn = lazy(() => import('./signed-in.tsx'));
const SignedOut = lazy(() => import('./signed-out.tsx'));

/** The whole page. */
export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Boundary fallback={<BrokenScreen whole onReload={() => location.reload()} />}>
          <Suspense fallback={<StartingScreen />}>
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

function Toasts() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  return <ToastRegion toasts={toasts} label={t.shell.news} onDismiss={dismissToast} dismissLabel={t.common.dismiss} />;
}

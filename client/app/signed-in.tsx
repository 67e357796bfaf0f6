import { Suspense } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { Me } from '#shared/auth.ts';
import { leave } from '#client/features/accounts/signing.ts';
import { SidebarPane } from '#client/features/navigation/SidebarPane.tsx';
import { useLoadedPresence } from '#client/features/presence/presence-store.ts';
import { useActivity } from '#client/features/presence/use-activity.ts';
import { setMembersPanel, useMembersPanel } from '#client/features/rooms/members-panel.ts';
import { useRoom } from '#client/features/rooms/use-rooms.ts';
import { BrokenScreen, LoadingScreen, StartingScreen, UnreachableScreen } from '#client/features/shell/screens.tsx';
import { Banners } from '#client/features/shell/BannerStack.tsx';
import { useFirstScreen } from '#client/lib/idle.ts';
import { lazyPart } from '#client/lib/lazy-parts.ts';
import { useLiveSession } from '#client/lib/live-session.ts';
import { homeHref, paths } from '#client/lib/routes.ts';
import { SessionContext } from '#client/lib/session.ts';
import { FeaturesContext, joinFeatures } from '#client/lib/use-features.ts';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Shortcuts } from '#client/features/navigation/Shortcuts.tsx';
import { AppShell } from './AppShell.tsx';
import { Dialogs } from './Dialogs.tsx';
import { features } from './features.ts';
import { Screens } from './routes.tsx';

const MembersPane = lazyPart(() => import('#client/features/rooms/MembersPane.tsx'));

const onSignedOut = () => leave(true);
const joined = joinFeatures(features);

/** The page of somebody who is signed in. */
export default function SignedIn({ me }: { me: Me }) {
  const session = useLiveSession({ meId: me.id, features, onSignedOut });
  if (session === 'failed') return <UnreachableScreen onRetry={() => location.reload()} />;
  if (session === null) return <StartingScreen />;
  return (
    <SessionContext value={session}>
      <FeaturesContext value={joined}>
        <Rooms />
      </FeaturesContext>
    </SessionContext>
  );
}

/** The columns, and what the address puts into them. */
function Rooms() {
  const [path] = useLocation();
  const [, inRoom] = useRoute(paths.room);
  const currentId = inRoom?.roomId ?? null;
  const room = useRoom(currentId ?? '');
  const panelOpen = useMembersPanel((state) => state.open) && room !== undefined;
  // A room's own screen waits for its messages.
  useFirstScreen(room === undefined);
  useActivity();
  useLoadedPresence();
  return (
    <>
      <Shortcuts currentId={currentId} />
      <AppShell
        shown={path === homeHref ? 'sidebar' : panelOpen ? 'panel' : 'main'}
        banners={<Banners />}
        sidebar={<SidebarPane currentId={currentId} />}
        main={
          <Boundary resetKey={path} fallback={<BrokenScreen onReload={() => location.reload()} />}>
            <Suspense fallback={<LoadingScreen />}>
              <Screens />
            </Suspense>
          </Boundary>
        }
        panel={
          panelOpen ? (
            <Suspense fallback={null}>
              <MembersPane room={room} />
            </Suspense>
          ) : null
        }
        onClosePanel={() => setMembersPanel(false)}
      />
      <Dialogs />
    </>
  );
}

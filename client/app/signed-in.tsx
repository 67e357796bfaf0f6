import { Suspense } from 'react';
import { Redirect, useLocation, useRoute } from 'wouter';
import type { Me } from '#shared/auth.ts';
import { useLoadedPresence } from '#client/features/presence/presence-store.ts';
import { useActivity } from '#client/features/presence/use-activity.ts';
import { byRecency, useRoom, useRooms } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { roomsWords } from '#client/features/rooms/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { lazyOnIdle, lazyPart } from '#client/lib/lazy-parts.ts';
import { browseHref, homeHref, roomHref } from '#client/lib/routes.ts';
import { usePhone } from '#client/ui/use-media.ts';
import { Boundary } from '#client/ui/Boundary.tsx';
import { switcherDialog } from '#client/features/navigation/dialogs.ts';
import { setMembersPanel, useMembersPanel } from '#client/features/rooms/members-panel.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { Dialogs } from './Dialogs.tsx';
import { FeaturesContext, joinFeatures } from '#client/lib/use-features.ts';
import { headingOf } from '#client/features/rooms/room-view.ts';
import { lastRoom } from './last-room.ts';
import { RoomPage } from './RoomPage.tsx';
import { SessionContext, useSession } from '#client/lib/session.ts';
import { useLiveSession } from '#client/lib/live-session.ts';
import { features } from './features.ts';
import { leave } from './signing.ts';
import { AppShell } from './shell/AppShell.tsx';
import { BrokenScreen, LoadingScreen, ReloadOffer, StartingScreen, UnreachableScreen } from './shell/screens.tsx';
import { SidebarPane } from './SidebarPane.tsx';
import { useTitle } from './unread-title.ts';

const useT = wordsHook({ messages: messagesWords, rooms: roomsWords, shell: shellWords });

const Shortcuts = lazyOnIdle(() => import('./Shortcuts.tsx'));
const Banners = lazyOnIdle(() => import('./Banners.tsx'), ReloadOffer);
const NoRoomScreen = lazyOnIdle(() => import('./shell/NoRoomScreen.tsx'));
const NotFoundScreen = lazyOnIdle(() => import('./shell/NotFoundScreen.tsx'));
const MembersPane = lazyPart(() => import('./MembersPane.tsx'));
const BrowsePage = lazyPart(() => import('./pages/BrowsePage.tsx'));
const MentionsPage = lazyPart(() => import('./pages/MentionsPage.tsx'));
const SettingsPage = lazyPart(() => import('./pages/SettingsPage.tsx'));

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
  const [, inRoom] = useRoute('/r/:roomId/:messageId?');
  const currentId = inRoom?.roomId ?? null;
  const room = useRoom(currentId ?? '');
  const panelOpen = useMembersPanel((state) => state.open) && room !== undefined;
  useActivity();
  useLoadedPresence();
  useTitle(useHeading(currentId));
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
              <Main />
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

function Main() {
  const [path] = useLocation();
  const [, inRoom] = useRoute('/r/:roomId/:messageId?');
  const [, inSettings] = useRoute('/settings/:section?');
  if (path === homeHref || path.startsWith('/invite/')) return <Home />;
  if (inRoom?.roomId) return <RoomPage roomId={inRoom.roomId} messageId={inRoom.messageId ?? null} />;
  if (path === browseHref) return <BrowsePage />;
  if (path === '/mentions') return <MentionsPage />;
  if (inSettings) return <SettingsPage section={inSettings.section} />;
  return <NotFoundScreen homeHref={homeHref} />;
}

/** Side by side there is always a room to show; a phone shows the list alone. */
function Home() {
  const { meId } = useSession();
  const wide = !usePhone();
  const rooms = useRooms();
  const [, navigate] = useLocation();
  const start =
    rooms.find((room) => room.id === lastRoom(meId)) ??
    rooms.find((room) => room.lobby) ??
    rooms.toSorted(byRecency)[0];
  if (wide && start) return <Redirect to={roomHref(start.id)} replace />;
  return <NoRoomScreen onJump={() => openDialog(switcherDialog, {})} onBrowse={() => navigate(browseHref)} />;
}

function useHeading(roomId: string | null): string | null {
  const t = useT();
  const [path] = useLocation();
  const { meId } = useSession();
  const users = useUsers();
  const room = useRoom(roomId ?? '');
  if (room) return headingOf(room, users, meId);
  if (path.startsWith('/settings')) return t.shell.settings;
  if (path === browseHref) return t.rooms.browseTitle;
  return path === '/mentions' ? t.messages.mentionsTitle : null;
}

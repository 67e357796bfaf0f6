import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { browseHref } from '#client/lib/routes.ts';
import { closeDialog, type Dialog, useOverlays } from './dialogs.ts';

const Profile = lazy(() => import('./dialogs/Profile.tsx'));
const Switcher = lazy(() => import('./dialogs/SwitcherDialog.tsx'));
const Shortcuts = lazy(() => import('#client/features/navigation/ShortcutsDialog.tsx'));
const CreateRoom = lazy(() => import('./dialogs/CreateRoom.tsx'));
const NewDirect = lazy(() => import('./dialogs/NewDirect.tsx'));
const Invites = lazy(() => import('./dialogs/Invites.tsx'));
const AddPeople = lazy(() => import('./dialogs/AddPeople.tsx'));
const ChangeRoom = lazy(() => import('./dialogs/ChangeRoom.tsx'));
const Question = lazy(() => import('./dialogs/Question.tsx'));

/** Whatever stands above the page. */
export function Dialogs() {
  const dialog = useOverlays((state) => state.dialog);
  const profile = useOverlays((state) => state.profile);
  return (
    <Suspense fallback={null}>
      {profile && <Profile key={profile.userId} {...profile} />}
      {dialog && <OpenDialog dialog={dialog} />}
    </Suspense>
  );
}

function OpenDialog({ dialog }: { dialog: Dialog }) {
  const [, navigate] = useLocation();
  const go = (href: string) => {
    closeDialog();
    navigate(href);
  };
  switch (dialog.kind) {
    case 'switcher':
      return <Switcher onGo={go} onBrowse={() => go(browseHref)} />;
    case 'shortcuts':
      return <Shortcuts onClose={closeDialog} />;
    case 'createRoom':
      return <CreateRoom name={dialog.name} onGo={go} />;
    case 'newDirect':
      return <NewDirect onGo={go} />;
    case 'invite':
      return <Invites />;
    case 'addPeople':
      return <AddPeople roomId={dialog.roomId} />;
    case 'renameRoom':
    case 'topic':
      return <ChangeRoom kind={dialog.kind} roomId={dialog.roomId} />;
    case 'question':
      return <Question {...dialog} onGo={go} />;
  }
}

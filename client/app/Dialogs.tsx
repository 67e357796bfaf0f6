import { useLocation } from 'wouter';
import Shortcuts from '#client/features/navigation/ShortcutsDialog.tsx';
import { browseHref } from '#client/lib/routes.ts';
import AddPeople from './dialogs/AddPeople.tsx';
import ChangeRoom from './dialogs/ChangeRoom.tsx';
import CreateRoom from './dialogs/CreateRoom.tsx';
import Invites from './dialogs/Invites.tsx';
import NewDirect from './dialogs/NewDirect.tsx';
import Profile from './dialogs/Profile.tsx';
import Question from './dialogs/Question.tsx';
import Switcher from './dialogs/SwitcherDialog.tsx';
import { closeDialog, type Dialog, useOverlays } from './dialogs.ts';

/** What stands above the page; loaded when the first of it is asked for. */
export default function Dialogs() {
  const dialog = useOverlays((state) => state.dialog);
  const profile = useOverlays((state) => state.profile);
  return (
    <>
      {profile && <Profile key={profile.userId} {...profile} />}
      {dialog && <OpenDialog dialog={dialog} />}
    </>
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

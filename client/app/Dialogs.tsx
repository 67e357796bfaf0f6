import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { ProfileCard } from '#client/features/users/ProfileCard.tsx';
import { usePeople } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { browseHref, roomHref, settingsHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog, closeProfile, type Dialog, useOverlays } from './dialogs.ts';
import { useSession } from './session.ts';

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
  return (
    <>
      <OpenProfile />
      <Suspense fallback={null}>{dialog && <OpenDialog dialog={dialog} />}</Suspense>
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

function OpenProfile() {
  const profile = useOverlays((state) => state.profile);
  const person = usePeople().get(profile?.userId ?? '');
  const { meId } = useSession();
  const [, navigate] = useLocation();
  if (!profile || !person) return null;
  const write = async () => {
    closeProfile();
    const problem = await attempt(async () => {
      const { id } = await client.rooms.openDirect.mutate({ userIds: [person.id] });
      navigate(roomHref(id));
    });
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  const edit = () => {
    closeProfile();
    navigate(settingsHref('profile'));
  };
  return (
    <ProfileCard
      key={person.id}
      person={person}
      self={person.id === meId}
      anchor={profile.anchor}
      onClose={closeProfile}
      onMessage={() => void write()}
      {...(person.id === meId ? { onEditProfile: edit } : {})}
    />
  );
}

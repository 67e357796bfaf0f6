import { useLocation } from 'wouter';
import { mayInWorkspace } from '#shared/permissions.ts';
import { Sidebar } from './Sidebar.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { attempt } from '#client/lib/problem.ts';
import { browseHref, mentionsHref, settingsHref } from '#client/lib/routes.ts';
import { workspaceSnapshot } from '#client/features/workspace/snapshot.ts';
import { client } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { showToast } from '#client/lib/toasts.ts';
import { invitesDialog } from '#client/features/invites/dialogs.ts';
import { shortcutsDialog, switcherDialog } from './dialogs.ts';
import { createRoomDialog, newDirectDialog } from '#client/features/rooms/dialogs.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { useRoomLines } from './room-lines.ts';
import { useSession } from '#client/lib/session.ts';
import { leave } from '#client/features/accounts/signing.ts';

async function logOut(): Promise<void> {
  const problem = await attempt(() => client.auth.logout.mutate());
  if (problem) showToast({ tone: 'problem', text: problem.sentence });
  else leave(false);
}

/** The left column. */
export function SidebarPane({ currentId }: { currentId: string | null }) {
  const [path, navigate] = useLocation();
  const { meId } = useSession();
  const me = useUsers().get(meId);
  const { data } = useQuery(workspaceSnapshot.query());
  const { rooms, directs } = useRoomLines(currentId);
  if (!me || !data) return null;
  return (
    <Sidebar
      workspaceName={data.workspace.name}
      me={me}
      rooms={rooms}
      directs={directs}
      mentionCount={[...rooms, ...directs].reduce((sum, line) => sum + line.mentionCount, 0)}
      mentionsHref={mentionsHref}
      mentionsCurrent={path === mentionsHref}
      onJump={() => openDialog(switcherDialog, {})}
      onCreateRoom={() => openDialog(createRoomDialog, {})}
      onBrowseRooms={() => navigate(browseHref)}
      onNewDirect={() => openDialog(newDirectDialog, {})}
      onSettings={() => navigate(settingsHref('profile'))}
      onShortcuts={() => openDialog(shortcutsDialog, {})}
      onLogOut={() => void logOut()}
      {...(mayInWorkspace(me.role, 'invite') ? { onInvite: () => openDialog(invitesDialog, {}) } : {})}
    />
  );
}

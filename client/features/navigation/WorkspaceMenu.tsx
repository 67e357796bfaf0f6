import { Keyboard, LogOut, Settings, UserPlus } from 'lucide-react';
import { wordsHook } from '#client/lib/i18n.ts';
import { authWords } from '#client/features/accounts/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { Menu } from '#client/ui/Menu.tsx';
import { WorkspaceTitle } from './WorkspaceTitle.tsx';

const useT = wordsHook({ auth: authWords, shell: shellWords });

export interface WorkspaceMenuProps {
  workspaceName: string;
  onSettings: () => void;
  onShortcuts: () => void;
  onLogOut: () => void;
  /** Only for those who may. */
  onInvite?: (() => void) | undefined;
}

/** The workspace's name, and what can be done with it as a whole. */
export default function WorkspaceMenu({
  workspaceName,
  onSettings,
  onShortcuts,
  onLogOut,
  onInvite,
}: WorkspaceMenuProps) {
  const t = useT();
  const invite = onInvite ? [[{ label: t.shell.invitePeople, icon: UserPlus, onSelect: onInvite }]] : [];
  return (
    <Menu
      matches={matchesLabel}
      label={t.shell.workspaceMenu(workspaceName)}
      groups={[
        ...invite,
        [
          { label: t.shell.settings, icon: Settings, onSelect: onSettings },
          { label: t.shell.shortcuts, icon: Keyboard, keys: '?', onSelect: onShortcuts },
        ],
        [{ label: t.auth.logOut, icon: LogOut, onSelect: onLogOut }],
      ]}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={t.shell.workspaceMenu(workspaceName)}
          className="min-w-0 flex-1 rounded-md hover:bg-hover aria-expanded:bg-hover"
        >
          <WorkspaceTitle name={workspaceName} />
        </button>
      )}
    />
  );
}

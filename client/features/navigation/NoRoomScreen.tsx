import { Compass, MessagesSquare, Search } from 'lucide-react';
import { useLocation } from 'wouter';
import { wordsHook } from '#client/lib/i18n.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { browseHref } from '#client/lib/routes.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { switcherDialog } from './dialogs.ts';

const useT = wordsHook({ shell: shellWords });

/** Nothing is chosen yet. */
export default function NoRoomScreen() {
  const [, navigate] = useLocation();
  const t = useT();
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        as="h1"
        icon={MessagesSquare}
        title={t.shell.emptyTitle}
        hint={t.shell.emptyHint}
        action={
          <>
            <Button onClick={() => openDialog(switcherDialog, {})}>
              <Icon of={Search} size={16} />
              {t.shell.jumpTo}
            </Button>
            <Button onClick={() => navigate(browseHref)}>
              <Icon of={Compass} size={16} />
              {t.shell.browseRooms}
            </Button>
          </>
        }
      />
    </div>
  );
}

import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Archive, Eye } from 'lucide-react';
import type { ComposerProps } from './draft.ts';

const useT = wordsHook({ composer: composerWords });

/** Stands where the composer would, and says why one cannot write. */
export default function BlockedComposer({ blocked }: { blocked: NonNullable<ComposerProps['blocked']> }) {
  const t = useT();
  const archived = blocked.reason === 'archived';
  return (
    <div className="px-2 pb-[max(8px,env(safe-area-inset-bottom))] sm:px-5 sm:pb-3">
      <div className="flex min-h-13 items-center gap-3 rounded-lg border border-line bg-well px-4 py-2 text-soft">
        <Icon of={archived ? Archive : Eye} size={18} className="text-faint" />
        <p className="min-w-0 flex-1">{archived ? t.composer.archived : t.composer.notMember}</p>
        {blocked.reason === 'outside' && (
          <Button tone="primary" size="sm" busy={blocked.joining} onClick={blocked.onJoin}>
            {t.composer.join}
          </Button>
        )}
      </div>
    </div>
  );
}

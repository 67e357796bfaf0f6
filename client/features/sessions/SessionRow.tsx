import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { SessionInfo } from '#shared/auth.ts';
import { fullTime, relativeTime } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';

const useT = wordsHook({ settings: settingsWords });

const mobile = /iPhone|iPad|Android|Mobile/i;

/** One device: what it is, where from, and when it was last used. */
export function SessionRow({ session, onEnd }: { session: SessionInfo; onEnd: () => Promise<void> }) {
  const t = useT();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    await onEnd();
    setBusy(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-3 px-3 py-3">
      <span
        className={`grid size-9 shrink-0 place-items-center rounded-[30%] ${session.current ? 'bg-pine-wash text-pine-ink' : 'bg-press text-soft'}`}
      >
        <Icon of={mobile.test(session.device) ? Smartphone : Laptop} />
      </span>
      <div className="min-w-0 flex-1 basis-44 leading-snug">
        <p className="text-md font-semibold wrap-anywhere">{session.device}</p>
        <p className="text-sm text-faint wrap-anywhere">
          {session.current ? (
            <span className="font-medium text-pine-ink">{t.settings.thisDevice}</span>
          ) : (
            t.settings.lastUsed(relativeTime(language, session.lastUsedAt, Date.now()))
          )}
          {' · '}
          {session.address}
          <time
            className="block"
            dateTime={new Date(session.createdAt).toISOString()}
            data-tip={fullTime(language, session.createdAt)}
          >
            {t.settings.signedIn(relativeTime(language, session.createdAt, Date.now()))}
          </time>
        </p>
      </div>
      {!session.current && (
        <Button size="sm" busy={busy} aria-label={t.settings.endSessionOf(session.device)} onClick={() => void end()}>
          {t.settings.endSession}
        </Button>
      )}
    </li>
  );
}

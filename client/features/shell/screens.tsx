import { CloudOff, HeartCrack } from 'lucide-react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { shellWords } from './en.ts';
import { useOutdated } from '#client/lib/page-version.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Logo } from '#client/ui/Logo.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';

const useT = wordsHook({ common: commonWords, shell: shellWords });

/** Shown where a part of the page broke; `whole` fills the window. */
export function BrokenScreen({ onReload, whole = false }: { onReload: () => void; whole?: boolean }) {
  const t = useT();
  const Frame = whole ? 'main' : 'div';
  return (
    <Frame className={`grid flex-1 place-items-center ${whole ? 'min-h-dvh bg-sheet' : ''}`}>
      <EmptyState
        tone="danger"
        {...(whole ? { as: 'h1' as const } : {})}
        icon={HeartCrack}
        title={t.shell.brokenTitle}
        hint={t.shell.brokenHint}
        action={
          <Button tone="primary" onClick={onReload}>
            {t.common.reload}
          </Button>
        }
      />
    </Frame>
  );
}

/** The server does not answer, and there is nothing to show without it. */
export function UnreachableScreen({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <main className="grid min-h-dvh place-items-center bg-desk">
      <EmptyState
        as="h1"
        tone="danger"
        icon={CloudOff}
        title={t.shell.unreachableTitle}
        hint={t.shell.unreachableHint}
        action={
          <Button tone="primary" onClick={onRetry}>
            {t.common.retry}
          </Button>
        }
      />
    </main>
  );
}

/** Offers to reload an outdated page whose banner, or whole screen, is among the files that are gone. */
export function ReloadOffer() {
  const t = useT();
  const outdated = useOutdated((state) => state.outdated);
  if (!outdated) return null;
  return (
    <button
      type="button"
      onClick={() => location.reload()}
      className="min-h-10 w-full bg-pine-wash px-4 text-sm font-semibold text-pine-ink"
    >
      {t.shell.outdatedTitle} {t.common.reload}
    </button>
  );
}

/** A screen of the main column is on its way. */
export function LoadingScreen() {
  const t = useT();
  return (
    <div className="mx-auto w-full max-w-3xl pt-16">
      <h1 className="sr-only">{t.common.loading}</h1>
      <SkeletonRows rows={6} label={t.common.loading} />
    </div>
  );
}

/** Before the first data is there: the sign in the middle, coming up only when it takes longer than a blink. */
export function StartingScreen() {
  const t = useT();
  return (
    <main className="grid h-dvh place-items-center bg-desk">
      <div className="animate-late">
        <Logo size={56} />
      </div>
      <h1 className="sr-only">{t.shell.starting}</h1>
    </main>
  );
}

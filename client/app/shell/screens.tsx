import { CloudOff, Compass, HeartCrack, MapPinOff, MessagesSquare, Search } from 'lucide-react';
import { Link } from 'wouter';
import { useT } from '#client/lib/i18n.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Logo } from '#client/ui/Logo.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';

/** Nothing is chosen yet. */
export function NoRoomScreen({ onJump, onBrowse }: { onJump: () => void; onBrowse: () => void }) {
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
            <Button onClick={onJump}>
              <Icon of={Search} size={16} />
              {t.shell.jumpTo}
            </Button>
            <Button onClick={onBrowse}>
              <Icon of={Compass} size={16} />
              {t.shell.browseRooms}
            </Button>
          </>
        }
      />
    </div>
  );
}

/** An address that shows nothing. */
export function NotFoundScreen({ homeHref, title, hint }: { homeHref: string; title?: string; hint?: string }) {
  const t = useT();
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        as="h1"
        icon={MapPinOff}
        title={title ?? t.common.notFound}
        hint={hint ?? t.common.notFoundHint}
        action={
          <Link
            href={homeHref}
            className="tap inline-flex h-10 items-center rounded-md bg-pine px-4 font-semibold text-on-pine hover:bg-pine-deep"
          >
            {t.common.goHome}
          </Link>
        }
      />
    </div>
  );
}

/** What stands where a part of the page broke; `whole` fills the window. */
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

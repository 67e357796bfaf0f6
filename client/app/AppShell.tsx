import { useEffect, type ReactNode } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from '#client/features/rooms/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { usePhone } from '#client/ui/use-media.ts';

const useT = wordsHook({ rooms: roomsWords, shell: shellWords });

export interface AppShellProps {
  /** Which column a phone shows; a wide window shows all. */
  shown: 'sidebar' | 'main' | 'panel';
  banners?: ReactNode;
  /** Renders its own `<nav>`. */
  sidebar: ReactNode;
  main: ReactNode;
  /** The right column, e.g. members; null without one. */
  panel?: ReactNode;
  panelLabel?: string;
  /** Esc inside the panel. */
  onClosePanel: () => void;
}

/** The frame of the signed-in page: rooms on the desk, the conversation on a sheet, members at its right edge. */
export function AppShell({ shown, banners, sidebar, main, panel, panelLabel, onClosePanel }: AppShellProps) {
  const t = useT();
  const phone = usePhone();
  // Whatever a phone shows alone is its main part.
  const role = (column: AppShellProps['shown']) => (phone && shown === column ? 'main' : undefined);
  const onPhone = (column: AppShellProps['shown']) => (shown === column ? 'flex' : 'hidden');
  useOwnHeight();
  return (
    <div className="safe-x safe-top flex h-(--window-height,100dvh) flex-col bg-desk">
      <SkipLink />
      {banners}
      <div className="flex min-h-0 flex-1">
        <div
          role={role('sidebar')}
          className={`${onPhone('sidebar')} min-w-0 flex-1 flex-col md:flex md:w-64 md:flex-none xl:w-72`}
        >
          {sidebar}
        </div>
        <div
          className={`${shown === 'sidebar' ? 'hidden' : 'flex'} relative min-w-0 flex-1 overflow-hidden bg-sheet md:my-2 md:mr-2 md:flex md:rounded-lg md:border md:border-line md:shadow-card`}
        >
          <main
            id="conversation"
            tabIndex={-1}
            aria-label={t.shell.main}
            className={`${shown === 'panel' ? 'hidden' : 'flex'} min-h-0 min-w-0 flex-1 flex-col outline-none md:flex`}
          >
            {main}
          </main>
          {panel && (
            <div
              role={role('panel') ?? 'complementary'}
              aria-label={panelLabel ?? t.rooms.details}
              onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClosePanel()}
              className={`${onPhone('panel')} min-h-0 min-w-0 flex-1 flex-col bg-sheet md:absolute md:inset-y-0 md:right-0 md:flex md:w-80 md:flex-none md:border-l md:border-line md:shadow-pop lg:static lg:w-76 lg:shadow-none`}
            >
              {panel}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function SkipLink() {
  const t = useT();
  return (
    <a
      href="#conversation"
      className="absolute -top-20 left-3 z-50 rounded-md bg-note px-4 py-2.5 text-md font-semibold text-on-note focus:top-3"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('conversation')?.focus();
      }}
    >
      {t.shell.skipToMessages}
    </a>
  );
}

/** Where the browser lays its keyboard over the page (iOS), the page ends above it. */
function useOwnHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const root = document.documentElement;
    const fit = () => {
      // Zoomed in, the viewport is a part of the page, and no keyboard.
      if (view.scale > 1.01) return;
      root.style.setProperty('--window-height', `${view.height}px`);
      if (view.offsetTop > 0) window.scrollTo(0, 0);
    };
    fit();
    view.addEventListener('resize', fit);
    return () => {
      view.removeEventListener('resize', fit);
      root.style.removeProperty('--window-height');
    };
  }, []);
}

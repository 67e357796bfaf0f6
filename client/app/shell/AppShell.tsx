import type { ReactNode } from 'react';

export interface AppShellProps {
  /** Which column a phone shows; a wide window shows all. */
  shown: 'sidebar' | 'main' | 'panel';
  banners?: ReactNode;
  sidebar: ReactNode;
  main: ReactNode;
  /** The right column, e.g. members; null without one. */
  panel?: ReactNode;
  onClosePanel: () => void;
  /** Ends “skip to the messages”. */
  mainId?: string;
}

/** The frame of the signed-in page. Renders `<nav>`, `<main>` and `<aside>` around what it is given. */
export function AppShell(_props: AppShellProps) {
  return null;
}

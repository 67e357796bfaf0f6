import { createElement, type ComponentType, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { lazyOnIdle } from './lazy-parts.ts';

/** What can be opened above the page. It reads its own data, and closes itself by `closeDialog` or `closeCard`. */
export type LazyDialog<Props extends object> = ComponentType<Props>;

/** What is open: which one it is, and the element of this opening. */
interface Opened {
  of: unknown;
  element: ReactElement;
}
interface Overlays {
  /** A modal dialog; one at a time. */
  dialog: Opened | null;
  /** A card beside what was pressed, also above a dialog. */
  card: Opened | null;
}

export const useOverlays = create<Overlays>(() => ({ dialog: null, card: null }));

let openings = 0;
const opened = <Props extends object>(of: LazyDialog<Props>, props: Props): Opened => ({
  of,
  element: createElement(of, { ...props, key: ++openings }),
});

/**
 * A dialog that is loaded when the page is idle: keys that are typed right after it was asked for go into it.
 * All files named `…Dialog.tsx` and `…Card.tsx` of the features come in one chunk.
 */
export const lazyDialog = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyDialog<Props> => lazyOnIdle(load);

/** Opens a dialog in the place of what is open. */
export const openDialog = <Props extends object>(dialog: LazyDialog<Props>, props: Props): void =>
  useOverlays.setState({ dialog: opened(dialog, props), card: null });
export const closeDialog = (): void => useOverlays.setState({ dialog: null });
export const isOpen = <Props extends object>(dialog: LazyDialog<Props>): boolean =>
  useOverlays.getState().dialog?.of === dialog;

/** Opens a card, which is beside an element that its props name. */
export const openCard = <Props extends object>(card: LazyDialog<Props>, props: Props): void =>
  useOverlays.setState({ card: opened(card, props) });
export const closeCard = (): void => useOverlays.setState({ card: null });

/** Closes the dialog and goes to an address. */
export function useLeaveDialog(): (href: string) => void {
  const [, navigate] = useLocation();
  return (href) => {
    closeDialog();
    navigate(href);
  };
}

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { keepPlaced, place } from './place.ts';
import { usePhone } from './use-media.ts';

interface AnchoredCardProps {
  /** What it belongs to: it is beside it and gives the focus back to it. */
  anchor: HTMLElement;
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A card about something on the page: beside it on a desktop, a sheet at the bottom of a phone. Mount it to open it. */
export function AnchoredCard({ anchor, label, closeLabel, onClose, children }: AnchoredCardProps) {
  const phone = usePhone();
  if (!phone) return <FloatingCard {...{ anchor, label, onClose, children }} />;
  return (
    <Dialog bare title={label} closeLabel={closeLabel} onClose={onClose}>
      {children}
    </Dialog>
  );
}

function FloatingCard({ anchor, label, onClose, children }: Omit<AnchoredCardProps, 'closeLabel'>) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element || element.matches(':popover-open')) return;
    element.showPopover();
    const box = anchor.getBoundingClientRect();
    const side = box.width < window.innerWidth / 3 ? 'right' : 'below';
    place(element, box, side, 'start');
    element.focus({ preventScroll: true });
    return keepPlaced(element, anchor, side, 'start');
  }, [anchor]);
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState !== 'closed') return;
        if (document.activeElement === document.body) anchor.focus({ preventScroll: true });
        onClose();
      }}
      className="max-h-[80dvh] overflow-y-auto rounded-lg border border-line ground-float text-ink shadow-pop outline-none data-placed:animate-enter"
    >
      {children}
    </div>
  );
}

import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type ToggleEvent,
} from 'react';
import { keepPlaced, place, type Alignment, type Side } from './place.ts';

/** What the button that opens a popover must spread. */
export interface PopoverTrigger {
  id: string;
  popoverTarget: string;
  'aria-haspopup': 'dialog' | 'menu';
  'aria-expanded': boolean;
  'aria-controls': string;
}

interface PopoverProps {
  trigger: (props: PopoverTrigger) => ReactNode;
  /** Rendered only while it is open. */
  children: (close: () => void) => ReactNode;
  side?: Side;
  alignment?: Alignment;
  label?: string;
  role?: 'dialog' | 'menu';
  className?: string;
  onOpenChange?: (open: boolean) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>, close: () => void) => void;
  /** Gets the focus when it opens; without it, the first control inside. */
  focusFirst?: RefObject<HTMLElement | null>;
}

/** The platform's popover: closed by Esc and by a press outside, drawn above everything, placed beside its button. */
export function Popover(props: PopoverProps) {
  const { trigger, children, side = 'below', alignment = 'start', label, role = 'dialog' } = props;
  const { className = '', onOpenChange, onKeyDown, focusFirst } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();

  useKeptPlace(panel, open ? `${id}-trigger` : null, side, alignment);

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    onOpenChange?.(event.newState === 'open');
    const anchor = document.getElementById(`${id}-trigger`);
    if (event.newState !== 'open') {
      delete event.currentTarget.dataset['placed'];
      setOpen(false);
      // Not every browser gives the focus to a button that is pressed, and so not back to it.
      if (document.activeElement === document.body) anchor?.focus({ preventScroll: true });
      return;
    }
    if (anchor) place(event.currentTarget, anchor.getBoundingClientRect(), side, alignment);
    (focusFirst?.current ?? firstControl(event.currentTarget))?.focus({ preventScroll: true });
  };

  return (
    <>
      {trigger({
        id: `${id}-trigger`,
        popoverTarget: id,
        'aria-haspopup': role,
        'aria-expanded': open,
        'aria-controls': id,
      })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        onKeyDown={(event) => onKeyDown?.(event, close)}
        onBeforeToggle={(event) => event.newState === 'open' && setOpen(true)}
        onToggle={onToggle}
        className={`max-h-[80dvh] max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line ground-float text-ink shadow-pop data-placed:animate-enter ${className}`}
      >
        {open && children(close)}
      </div>
    </>
  );
}

/** Parts of a popover may come later: a menu whose actions are still being loaded grows. */
function useKeptPlace(panel: RefObject<HTMLElement | null>, anchorId: string | null, side: Side, alignment: Alignment) {
  useEffect(() => {
    const anchor = anchorId === null ? null : document.getElementById(anchorId);
    return panel.current && anchor ? keepPlaced(panel.current, anchor, side, alignment) : undefined;
  }, [panel, anchorId, side, alignment]);
}

const firstControl = (panel: HTMLElement): HTMLElement | null =>
  panel.querySelector<HTMLElement>('button, a[href], input, [tabindex]');

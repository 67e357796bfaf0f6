import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  /** Pixels on a desktop; a phone shows a sheet of full width. */
  width?: number;
  /** The title is there for screen readers alone, and so is no close button. */
  bare?: boolean;
}

/** The platform's modal dialog: focus stays inside and returns afterwards. Esc and a press outside close it. */
export function Dialog({ title, closeLabel, onClose, children, footer, width = 480, bare = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
      style={{ '--width': `${width}px` }}
      className="mb-0 w-full sm:mb-auto sm:w-[min(var(--width),calc(100vw-32px))]"
    >
      <div className="flex max-h-[88dvh] flex-col rounded-t-xl bg-float shadow-dialog animate-rise sm:rounded-xl">
        {bare ? (
          <h2 id={id} className="sr-only">
            {title}
          </h2>
        ) : (
          <header className="flex items-center gap-3 pt-4 pr-3 pb-2 pl-5">
            <h2 id={id} className="min-w-0 flex-1 truncate text-lg font-bold">
              {title}
            </h2>
            <IconButton icon={X} label={closeLabel} onClick={onClose} />
          </header>
        )}
        <div className={`min-h-0 flex-1 overflow-y-auto ${bare ? '' : 'px-5 pt-1 pb-5'} ${footer ? '' : 'safe-bottom'}`}>{children}</div>
        {footer && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 safe-bottom">{footer}</footer>}
      </div>
    </dialog>
  );
}

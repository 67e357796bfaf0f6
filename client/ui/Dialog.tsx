import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type FormEvent, type ReactNode, type RefObject } from 'react';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  /** Makes the whole of it one form, which the footer's submit button sends. */
  onSubmit?: (() => void) | undefined;
  /** Pixels on a desktop; a phone shows a sheet of full width. */
  width?: number;
  /** The title is there for screen readers alone, and so is no close button. */
  bare?: boolean;
  /** Stands near the top and keeps its place while its content grows and shrinks. */
  high?: boolean;
}

/** Focus goes to `data-autofocus`, else to the title; closing before removal gives it back. */
function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    (element?.querySelector<HTMLElement>('[data-autofocus]') ?? element?.querySelector('h2'))?.focus();
    return () => element?.close();
  }, [dialog]);
}

/** The platform's modal dialog: focus stays inside and returns afterwards. Esc and a press outside close it. */
export function Dialog(props: DialogProps) {
  const { onClose, children, footer, onSubmit, width = 480, bare = false, high = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(dialog);
  const Frame = onSubmit ? 'form' : 'div';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
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
      className={`w-full sm:w-[min(var(--width),calc(100vw-32px))] ${high ? 'mt-3 sm:mt-[12vh]' : 'mb-0 sm:mb-auto'}`}
    >
      <Frame
        {...(onSubmit ? { onSubmit: submit, noValidate: true } : {})}
        className={`ground-float flex animate-rise flex-col overflow-hidden shadow-dialog sm:rounded-xl ${high ? 'mx-3 max-h-[70dvh] rounded-xl sm:mx-0' : 'max-h-[92dvh] rounded-t-xl sm:max-h-[86dvh]'}`}
      >
        <Head {...props} id={id} />
        <div
          className={`min-h-0 flex-1 overflow-y-auto ${bare ? 'safe-bottom' : `px-5 pt-0.5 sm:px-6 ${footer ? 'pb-5' : 'safe-bottom-5'}`}`}
        >
          {children}
        </div>
        {footer && (
          <footer className="safe-bottom-5 flex flex-wrap justify-end gap-2 px-5 pt-1 max-sm:*:flex-auto sm:px-6">
            {footer}
          </footer>
        )}
      </Frame>
    </dialog>
  );
}

function Head({ id, title, bare = false, closeLabel, onClose }: DialogProps & { id: string }) {
  if (bare) {
    return (
      <h2 id={id} tabIndex={-1} className="sr-only">
        {title}
      </h2>
    );
  }
  return (
    <header className="flex items-center gap-3 pt-4 pr-3 pb-3 pl-5 sm:pl-6">
      <h2 id={id} tabIndex={-1} className="min-w-0 flex-1 text-lg font-bold wrap-anywhere outline-none">
        {title}
      </h2>
      <IconButton icon={X} label={closeLabel} onClick={onClose} />
    </header>
  );
}

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

export interface Toast {
  id: number;
  tone: 'info' | 'done' | 'problem';
  text: string;
  action?: { label: string; onSelect: () => void } | undefined;
}

const icons = { info: Info, done: CircleCheck, problem: CircleAlert } as const;
const colours = { info: 'text-pine-ink', done: 'text-pine-ink', problem: 'text-coral-ink' } as const;

interface ToastRegionProps {
  toasts: readonly Toast[];
  label: string;
  dismissLabel: string;
  onDismiss: (id: number) => void;
}

/** Short news below the head of the page, where it covers neither the newest message nor the composer. The region is always there, so that screen readers hear what is put into it. */
export function ToastRegion({ toasts, label, dismissLabel, onDismiss }: ToastRegionProps) {
  return (
    <div
      role="region"
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none safe-top fixed inset-x-0 top-14 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex w-full max-w-md animate-rise flex-wrap items-center gap-x-3 rounded-lg border border-line bg-float py-1.5 pr-1.5 pl-4 shadow-pop"
        >
          <Icon of={icons[toast.tone]} className={colours[toast.tone]} />
          <p className="min-w-0 flex-1 basis-44 py-1.5 text-md wrap-anywhere">{toast.text}</p>
          {toast.action && (
            <button
              type="button"
              onClick={toast.action.onSelect}
              className="tap rounded-md px-2 py-1 text-md font-semibold text-pine-ink hover:bg-hover"
            >
              {toast.action.label}
            </button>
          )}
          <IconButton icon={X} size="sm" label={dismissLabel} onClick={() => onDismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}

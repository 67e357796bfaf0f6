import { Button } from './Button.tsx';

interface SaveRowProps {
  label: string;
  busy: boolean;
  disabled?: boolean;
  /** Said beside the button once it is done; null before. */
  done: string | null;
}

/** The button at the end of a form, and what became of it. */
export function SaveRow({ label, busy, disabled = false, done }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" tone="primary" busy={busy} disabled={disabled}>
        {label}
      </Button>
      <span role="status" className="text-md font-medium text-pine-ink">
        {done}
      </span>
    </div>
  );
}

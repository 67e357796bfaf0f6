import { useId } from 'react';

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <span className="min-w-0">
        <span id={`${id}-label`} className="block text-md font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="block text-sm text-faint">
            {hint}
          </span>
        )}
      </span>
      <button
        type="button"
        role="switch"
        disabled={disabled}
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onClick={() => onChange(!checked)}
        className="group tap grid shrink-0 place-items-center disabled:opacity-50"
      >
        <span className="flex h-6 w-10 items-center rounded-full bg-edge p-0.5 transition-colors group-aria-checked:bg-pine">
          <span className="size-5 rounded-full bg-sheet transition-transform group-aria-checked:translate-x-4" />
        </span>
      </button>
    </div>
  );
}

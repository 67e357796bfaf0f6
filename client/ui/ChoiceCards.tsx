import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './Icon.tsx';

interface ChoiceCardsProps<T extends string> {
  label: string;
  value: T;
  choices: readonly { value: T; label: string; hint: string; icon?: LucideIcon }[];
  onChange: (value: T) => void;
}

/** One of a few that each need a sentence; a radio group by keyboard and for screen readers. */
export function ChoiceCards<T extends string>({ label, value, choices, onChange }: ChoiceCardsProps<T>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="overflow-hidden rounded-md border border-edge">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-11 cursor-pointer items-start gap-3 border-line px-3 py-2.5 not-first:border-t hover:bg-hover has-checked:bg-pine-wash has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              aria-describedby={`${name}-${choice.value}`}
              className="mt-[3px] size-4 shrink-0 accent-pine outline-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block text-md font-medium">{choice.label}</span>
              <span id={`${name}-${choice.value}`} className="block text-sm text-soft">
                {choice.hint}
              </span>
            </span>
            {choice.icon && <Icon of={choice.icon} size={17} className="mt-0.5 text-faint" />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { ChevronDown } from 'lucide-react';
import { Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface Choice<T extends string> {
  value: T;
  label: string;
}
interface SelectProps<T extends string> extends FieldProps {
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** One of a few, in the platform's own list. */
export function Select<T extends string>({ value, choices, onChange, ...field }: SelectProps<T>) {
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="relative block">
          <select
            {...wiring}
            value={value}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
            className="field appearance-none pr-9 pl-3"
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon
            of={ChevronDown}
            size={16}
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-faint"
          />
        </span>
      )}
    </Field>
  );
}

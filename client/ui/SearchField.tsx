import { Search, X } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'className' | 'type'> {
  /** Its name; also the placeholder, unless there is another. */
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
}

/** One line to search by, with a button that empties it. */
export function SearchField({ label, clearLabel, value, onChange, ...input }: SearchFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <span className="relative block">
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-faint">
        <Icon of={Search} size={17} />
      </span>
      <input
        type="text"
        dir="auto"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        {...input}
        ref={box}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field pr-10 pl-9.5"
      />
      {value !== '' && (
        <span className="absolute inset-y-0 right-0.5 grid place-items-center">
          <IconButton
            icon={X}
            size="sm"
            label={clearLabel}
            onClick={() => {
              onChange('');
              box.current?.focus();
            }}
          />
        </span>
      )}
    </span>
  );
}

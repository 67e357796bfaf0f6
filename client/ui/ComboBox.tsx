import type { ComponentProps } from 'react';
import { optionId } from './option-id.ts';

interface ComboBoxProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The `Listbox` it owns, and which of its options Enter would take. */
  listId: string;
  optionCount: number;
  activeIndex: number;
}

/** A text box above a `Listbox`: the focus stays here while arrows move there. */
export function ComboBox({ label, value, onChange, listId, optionCount, activeIndex, ...input }: ComboBoxProps) {
  return (
    <input
      data-autofocus=""
      type="text"
      dir="auto"
      role="combobox"
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      {...input}
      aria-label={label}
      aria-expanded={optionCount > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={optionCount > 0 ? optionId(listId, activeIndex) : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

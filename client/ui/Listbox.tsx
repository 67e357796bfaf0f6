import { useEffect, useRef, type ReactNode } from 'react';
import { optionId } from './option-id.ts';

export interface ListboxOption {
  /** Unique in the list. */
  key: string;
  content: ReactNode;
  /** A heading above the first option of a group. */
  group?: string;
}
interface ListboxProps {
  /** The text box that owns it points here by `aria-controls`. */
  id: string;
  label: string;
  options: readonly ListboxOption[];
  activeIndex: number;
  onActivate: (index: number) => void;
  onChoose: (index: number) => void;
  /** Tab reaches it: for an owner that cannot be a combobox, such as a text area. */
  reachable?: boolean;
  className?: string;
}

/** Options to choose from while the focus stays in a text box, which moves `activeIndex` by its own keys. */
export function Listbox({
  id,
  label,
  options,
  activeIndex,
  onActivate,
  onChoose,
  reachable = false,
  className = '',
}: ListboxProps) {
  const active = useRef<HTMLDivElement>(null);
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={reachable ? 0 : undefined}
      className={`flex flex-col overflow-y-auto p-1.5 ${className}`}
    >
      {options.map((option, index) => {
        const heading = option.group && option.group !== options[index - 1]?.group ? option.group : null;
        return (
          <div key={option.key} role="presentation">
            {heading && (
              <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-faint">
                {heading}
              </div>
            )}
            <div
              ref={index === activeIndex ? active : undefined}
              id={optionId(id, index)}
              role="option"
              aria-selected={index === activeIndex}
              onMouseMove={() => index !== activeIndex && onActivate(index)}
              // The text box must keep the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(index)}
              className="tap flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-md aria-selected:bg-pine-wash"
            >
              {option.content}
            </div>
          </div>
        );
      })}
    </div>
  );
}

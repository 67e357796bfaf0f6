import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './Icon.tsx';

export interface Segment<T extends string> {
  value: T;
  label: string;
  icon?: LucideIcon;
  lang?: string;
}
interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  segments: readonly Segment<T>[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
}

/** One of two to four, all in sight; a radio group by keyboard and for screen readers. */
export function Segmented<T extends string>({
  label,
  value,
  segments,
  onChange,
  hideLabel = false,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 text-sm font-semibold'}>{label}</legend>
      <div className="flex w-full max-w-md gap-0.5 rounded-md bg-press p-0.5">
        {segments.map((segment) => (
          <label
            key={segment.value}
            lang={segment.lang}
            className="tap flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-2 rounded-[7px] px-3 text-sm font-medium text-soft transition-colors has-checked:bg-knob has-checked:font-semibold has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon && <Icon of={segment.icon} size={16} />}
            {segment.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

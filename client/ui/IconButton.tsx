import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './Icon.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  icon: LucideIcon;
  /** Its name for screen readers, and its tooltip. */
  label: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
  size?: 'sm' | 'md';
  tone?: 'quiet' | 'danger' | 'primary';
}

const tones = {
  quiet:
    'text-soft hover:bg-hover hover:text-ink aria-expanded:bg-press aria-pressed:bg-pine-wash aria-pressed:text-pine-ink',
  danger: 'text-coral-ink hover:bg-coral-wash',
  primary: 'bg-pine text-on-pine hover:bg-pine-deep disabled:bg-press disabled:text-faint',
} as const;

/** A button that is a picture; `TooltipLayer` shows its name. */
export function IconButton({
  icon,
  label,
  keys,
  size = 'md',
  tone = 'quiet',
  className = '',
  ...rest
}: IconButtonProps) {
  const box = size === 'sm' ? 'size-8' : 'size-9';
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      className={`tap inline-grid shrink-0 place-items-center rounded-md transition-colors ${box} ${tones[tone]} ${className}`}
    >
      <Icon of={icon} size={size === 'sm' ? 17 : 19} />
    </button>
  );
}

import type { ComponentProps } from 'react';
import { Spinner } from './Spinner.tsx';

const tones = {
  primary: 'bg-pine text-on-pine hover:bg-pine-deep font-semibold',
  plain: 'border border-line bg-float text-ink hover:bg-hover shadow-card font-medium',
  quiet: 'text-soft hover:bg-hover hover:text-ink font-medium',
  danger: 'bg-coral text-on-coral hover:bg-coral-deep font-semibold',
  dangerQuiet: 'text-coral-ink hover:bg-coral-wash font-medium',
} as const;
const sizes = { sm: 'h-8 px-3 text-sm', md: 'h-10 px-4 text-md', lg: 'h-11 px-5 text-base' } as const;

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: keyof typeof tones;
  size?: keyof typeof sizes;
  /** Shows that the action is under way; a second press does nothing. */
  busy?: boolean;
  wide?: boolean;
}

/** A press of it does something. `busy` keeps its place and its focus, so nothing jumps. */
export function Button({
  tone = 'plain',
  size = 'md',
  busy = false,
  wide = false,
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      className={`tap inline-flex items-center justify-center gap-2 rounded-md whitespace-nowrap transition-colors select-none disabled:opacity-50 ${tones[tone]} ${sizes[size]} ${wide ? 'w-full' : ''} ${className}`}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

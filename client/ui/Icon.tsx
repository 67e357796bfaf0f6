import type { LucideIcon } from 'lucide-react';

interface IconProps {
  of: LucideIcon;
  /** Pixels. */
  size?: number;
  className?: string;
}

/** A picture beside words or inside a named control: always hidden from screen readers. */
export function Icon({ of: Picture, size = 18, className = '' }: IconProps) {
  return <Picture aria-hidden="true" size={size} strokeWidth={1.8} className={`shrink-0 ${className}`} />;
}

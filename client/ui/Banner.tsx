import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

const tones = {
  calm: 'bg-pine-wash text-pine-ink',
  warning: 'bg-marigold-wash text-marigold-ink',
  danger: 'bg-coral-wash text-coral-ink',
  neutral: 'bg-press text-soft',
} as const;

interface BannerProps {
  icon?: LucideIcon;
  tone?: keyof typeof tones;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it comes; off for what is there from the start. */
  live?: boolean;
}

/** One line across the top or bottom of a screen about its state. */
export function Banner({ icon, tone = 'calm', title, children, action, live = true }: BannerProps) {
  return (
    <div
      role={live ? 'status' : undefined}
      className={`flex min-h-10 items-center gap-2.5 px-4 py-1.5 text-sm ${tones[tone]}`}
    >
      {icon && <Icon of={icon} size={17} />}
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{title}</strong> {children}
      </p>
      {action}
    </div>
  );
}

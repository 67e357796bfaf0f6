import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  hint?: string;
  action?: ReactNode;
  tone?: 'calm' | 'danger';
  /** `h1` where it is the whole screen. */
  as?: 'p' | 'h1';
}

/** What a screen says when it has nothing to show: why, and what to do. */
export function EmptyState({ icon, title, hint, action, tone = 'calm', as: Title = 'p' }: EmptyStateProps) {
  const disc = tone === 'danger' ? 'bg-coral-wash text-coral-ink' : 'bg-pine-wash text-pine-ink';
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-10 text-center">
      <span className={`mb-2 grid size-14 place-items-center rounded-[50%_50%_50%_14%] ${disc}`}>
        <Icon of={icon} size={26} />
      </span>
      <Title className="text-lg font-semibold text-balance wrap-anywhere">{title}</Title>
      {hint && <p className="text-md text-balance text-faint">{hint}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

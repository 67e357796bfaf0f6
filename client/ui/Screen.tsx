import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';

interface ScreenProps {
  title: string;
  backLabel: string;
  /** Shown on a phone. */
  onBack: () => void;
  /** At the right end of the head. */
  actions?: ReactNode;
  /** Below the title, staying while the rest scrolls. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A screen of the main column that is not a conversation: a head that stays, and content that scrolls. */
export function Screen({ title, backLabel, onBack, actions, tools, children }: ScreenProps) {
  return (
    <section className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-14 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-2 pl-1.5 md:pr-4 md:pl-6">
        <IconButton icon={ArrowLeft} label={backLabel} onClick={onBack} className="md:hidden" />
        <h1 className="min-w-0 flex-1 truncate text-lg font-bold">{title}</h1>
        {actions}
      </header>
      {tools && <div className="shrink-0 px-4 pt-4 pb-2 md:px-6">{tools}</div>}
      <div className="safe-bottom min-h-0 flex-1 overflow-y-auto">{children}</div>
    </section>
  );
}

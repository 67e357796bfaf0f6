import { ChevronDown } from 'lucide-react';
import { Icon } from '#client/ui/Icon.tsx';
import { Logo } from '#client/ui/Logo.tsx';

/** The workspace's name as its menu's button shows it. */
export function WorkspaceTitle({ name }: { name: string }) {
  return (
    <span className="flex h-11 items-center gap-2.5 px-2 text-left">
      <Logo size={26} />
      <span className="min-w-0 truncate text-base font-bold">
        <bdi>{name}</bdi>
      </span>
      <Icon of={ChevronDown} size={16} className="text-faint" />
    </span>
  );
}

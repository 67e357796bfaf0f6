import { Crown, UserMinus } from 'lucide-react';
import { memo } from 'react';
import type { MemberRole } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { PersonAvatar } from '#client/features/users/PersonAvatar.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import type { Span } from '#client/lib/matching.ts';
import { Highlight } from '#client/ui/Highlight.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

export interface MemberPerson extends User {
  roomRole: MemberRole;
}
interface MemberItemProps {
  member: MemberPerson;
  self: boolean;
  spans: readonly Span[];
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  onRemove?: ((userId: string) => void) | undefined;
}

/** One member: the row opens the profile, the button at its end takes them out. */
export const MemberItem = memo(function MemberItem({ member, self, spans, onOpenProfile, onRemove }: MemberItemProps) {
  const t = useT();
  return (
    <li className="group relative flex items-center rounded-md [contain-intrinsic-size:auto_48px] [content-visibility:auto] hover:bg-hover">
      <button
        type="button"
        onClick={(event) => onOpenProfile(member.id, event.currentTarget)}
        className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-md px-2.5 py-1 text-left focus-visible:outline-offset-[-2px]"
      >
        <PersonAvatar person={member} size={32} />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="flex items-center gap-1.5">
            <span className="truncate text-md font-medium">
              <Highlight text={member.displayName} spans={spans} />
              {self && <span className="font-normal text-faint"> ({t.common.you})</span>}
            </span>
            {member.roomRole === 'owner' && (
              <span data-tip={t.rooms.owner} className="inline-grid text-marigold-ink">
                <Icon of={Crown} size={14} />
                <span className="sr-only">{t.rooms.owner}</span>
              </span>
            )}
          </span>
          {member.statusText && (
            <span className="block truncate text-sm text-faint">
              <bdi>{member.statusText}</bdi>
            </span>
          )}
        </span>
      </button>
      {onRemove && !self && (
        <IconButton
          icon={UserMinus}
          size="sm"
          label={t.rooms.removePerson(member.displayName)}
          onClick={() => onRemove(member.id)}
          className="mr-1.5 pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100"
        />
      )}
    </li>
  );
});

import { ArrowLeft, Users } from 'lucide-react';
import { usePresence } from '#client/features/presence/presence-store.ts';
import type { RoomKind } from '#shared/rooms.ts';
import { avatarOf } from '#client/features/users/person.ts';
import type { User } from '#shared/users.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { peopleWords } from '#client/features/users/en.ts';
import { roomsWords } from './en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { AvatarStack } from '#client/ui/AvatarStack.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { usePhone } from '#client/ui/use-media.ts';
import type { RoomMenuProps } from './RoomMenu.tsx';
import { RoomSign } from './RoomSign.tsx';

// A place of its size waits for it.
const RoomMenu = lazyOnIdle(
  () => import('./RoomMenu.tsx'),
  ({ onAddPeople, onLeave, onUnarchive }) =>
    onAddPeople || onLeave || onUnarchive ? <span className="size-9 shrink-0" /> : null,
);

const useT = wordsHook({ common: commonWords, people: peopleWords, rooms: roomsWords, shell: shellWords });

/** Callbacks that are left out are not offered: leave out what the person may not do. */
export interface RoomHeaderProps extends RoomMenuProps {
  kind: RoomKind;
  title: string;
  topic: string;
  memberCount: number;
  archived: boolean;
  /** Some of the members for their pictures; of a direct room the others. */
  people: readonly User[];
  panelOpen: boolean;
  onTogglePanel: () => void;
  /** Shown on a phone: back to the list of rooms. */
  onBack: () => void;
  onOpenProfile?: (userId: string, anchor: HTMLElement) => void;
}

/** The line above a conversation: where one is, who is there, and what can be done with it. */
export function RoomHeader(props: RoomHeaderProps) {
  const { kind, memberCount, people, panelOpen, onTogglePanel, onBack } = props;
  const t = useT();
  const alone = kind === 'direct' && people.length <= 1;
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pr-2 pl-1.5 md:pr-3 md:pl-5">
      <IconButton icon={ArrowLeft} label={t.common.back} onClick={onBack} className="md:hidden" />
      <Naming {...props} />
      {!alone && (
        <button
          type="button"
          aria-expanded={panelOpen}
          aria-label={`${t.rooms.showMembers}: ${t.common.members(memberCount)}`}
          data-tip={t.rooms.showMembers}
          onClick={onTogglePanel}
          className="tap flex h-9 shrink-0 items-center justify-center gap-2 rounded-md px-2.5 text-sm font-medium text-soft tabular-nums hover:bg-hover hover:text-ink aria-expanded:bg-press aria-expanded:text-ink"
        >
          <span className="hidden items-center lg:flex">
            <AvatarStack
              people={people.slice(0, 3).map((person) => ({ ...avatarOf(person), id: person.id }))}
              most={3}
              size={22}
            />
          </span>
          <Icon of={Users} size={18} className="lg:hidden" />
          {memberCount}
        </button>
      )}
      <RoomMenu {...props} />
    </header>
  );
}

/** Sign, title and what stands below it. */
function Naming(props: RoomHeaderProps) {
  const { kind, title, archived, people, onOpenProfile } = props;
  const [only] = people;
  const name = <bdi className="truncate">{title}</bdi>;
  return (
    <div className="relative flex min-w-0 flex-1 items-center gap-2.5">
      <RoomSign
        kind={kind}
        archived={archived}
        people={people}
        size={kind === 'direct' ? 26 : 20}
        className="text-faint"
      />
      <div className="min-w-0 leading-tight">
        <h1 className="flex min-w-0 items-center gap-2 text-base font-bold">
          {kind === 'direct' && people.length === 1 && only && onOpenProfile ? (
            // The whole of the naming is pressed, not the letters alone.
            <button
              type="button"
              className="min-w-0 truncate rounded-sm before:absolute before:-inset-x-1.5 before:-inset-y-2 hover:underline"
              onClick={(event) => onOpenProfile(only.id, event.currentTarget)}
            >
              <bdi>{title}</bdi>
            </button>
          ) : (
            name
          )}
          <ArchivedMark archived={archived} />
        </h1>
        <Below {...props} />
      </div>
    </div>
  );
}

function ArchivedMark({ archived }: { archived: boolean }) {
  const t = useT();
  if (!archived) return null;
  return (
    <span className="shrink-0 rounded-sm bg-press px-1.5 py-0.5 text-xs font-medium text-soft">
      {t.rooms.archivedMark}
    </span>
  );
}

function Status({ person, className }: { person: User; className: string }) {
  const t = useT();
  const { status } = usePresence(person.id);
  return (
    <span className={className}>
      <bdi>{person.statusText || t.people[status]}</bdi>
    </span>
  );
}

function Below({ kind, topic, people, archived, memberCount, onEditTopic }: RoomHeaderProps) {
  const t = useT();
  const [only] = people;
  // On a phone a line of this height is no target; the menu serves.
  const phone = usePhone();
  const line = 'block max-w-full truncate text-sm text-faint';
  if (kind === 'direct') {
    if (only && people.length === 1) return <Status person={only} className={line} />;
    return <span className={line}>{t.shell.groupOf(memberCount)}</span>;
  }
  if (onEditTopic && !archived && !phone) {
    return (
      <button
        type="button"
        onClick={onEditTopic}
        title={topic || undefined}
        className={`${line} rounded-sm text-left hover:text-ink`}
      >
        <bdi>{topic || t.rooms.noTopic}</bdi>
      </button>
    );
  }
  return topic ? (
    <span title={topic} className={line}>
      <bdi>{topic}</bdi>
    </span>
  ) : null;
}

import { ArrowDown, AtSign, Plus, Search, Settings } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { usePresence } from '#client/features/presence/presence-store.ts';
import type { RoomLine } from '#client/features/rooms/room-view.ts';
import type { User } from '#shared/users.ts';
import { PersonAvatar } from '#client/features/users/PersonAvatar.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { peopleWords } from '#client/features/users/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { Badge } from '#client/ui/Badge.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Kbd } from '#client/ui/Kbd.tsx';
import { modifierKey } from '#client/ui/platform.ts';
import { SidebarSection } from './SidebarSection.tsx';
import { useUnreadBelow } from './use-unread-below.ts';
import type { WorkspaceMenuProps } from './WorkspaceMenu.tsx';
import { WorkspaceTitle } from './WorkspaceTitle.tsx';
import type { AddRoomMenuProps } from './AddRoomMenu.tsx';

const useT = wordsHook({ people: peopleWords, shell: shellWords });

// Their places have their size already.
const WorkspaceMenu = lazyOnIdle(
  () => import('./WorkspaceMenu.tsx'),
  ({ workspaceName }) => <WorkspaceTitle name={workspaceName} />,
);
const AddRoomMenu = lazyOnIdle(
  () => import('./AddRoomMenu.tsx'),
  () => <span className="size-8" />,
);

export interface SidebarProps extends WorkspaceMenuProps, AddRoomMenuProps {
  me: User;
  /** Undefined while loading; in the order to show. */
  rooms: readonly RoomLine[] | undefined;
  directs: readonly RoomLine[] | undefined;
  mentionCount: number;
  mentionsHref: string;
  mentionsCurrent: boolean;
  onJump: () => void;
  onNewDirect: () => void;
}

/** The whole left column: workspace menu, jump, mentions, rooms, direct messages, the reader. */
export function Sidebar(props: SidebarProps) {
  const t = useT();
  const { rooms, directs, onNewDirect } = props;
  return (
    <nav aria-label={t.shell.sidebar} className="ground-desk flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only md:hidden">{props.workspaceName}</h1>
      <div className="flex items-center px-2 pt-2 md:h-14 md:pt-0">
        <WorkspaceMenu {...props} />
      </div>
      <div className="flex flex-col gap-1 px-2 pt-1">
        <JumpButton onJump={props.onJump} />
        <MentionsLink {...props} />
      </div>
      <Scrolled rooms={[...(rooms ?? []), ...(directs ?? [])]}>
        <SidebarSection
          title={t.shell.rooms}
          rooms={rooms}
          add={<AddRoomMenu {...props} />}
          empty={<Nothing label={t.shell.browseRooms} onPress={props.onBrowseRooms} />}
        />
        <SidebarSection
          title={t.shell.directs}
          rooms={directs}
          add={<IconButton size="sm" icon={Plus} label={t.shell.newDirect} onClick={onNewDirect} />}
          empty={<Nothing label={t.shell.noDirects} onPress={onNewDirect} />}
        />
      </Scrolled>
      <Oneself me={props.me} onSettings={props.onSettings} />
    </nav>
  );
}

/** The rooms, and a way to those unread below the fold. */
function Scrolled({ rooms, children }: { rooms: readonly RoomLine[]; children: ReactNode }) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const unread = rooms.filter((room) => room.unreadCount + room.mentionCount > 0).map((room) => room.id);
  const below = useUnreadBelow(list, unread.join());
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {children}
      </div>
      {below && (
        <button
          type="button"
          onClick={() => below.scrollIntoView({ block: 'center' })}
          className="tap absolute bottom-2 left-1/2 flex h-7 -translate-x-1/2 items-center gap-1.5 rounded-full bg-coral px-3 text-xs font-semibold whitespace-nowrap text-on-coral shadow-pop hover:bg-coral-deep"
        >
          <Icon of={ArrowDown} size={14} />
          {t.shell.moreUnread}
        </button>
      )}
    </div>
  );
}

function JumpButton({ onJump }: { onJump: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      onClick={onJump}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-11 items-center gap-2.5 rounded-md bg-press px-2.5 text-base text-soft transition-colors hover:text-ink md:h-8 md:px-2 md:text-md pointer-coarse:h-11"
    >
      <span className="grid size-5 place-items-center">
        <Icon of={Search} size={16} />
      </span>
      <span className="flex-1 text-left">{t.shell.jumpTo}</span>
      <span className="hidden md:inline pointer-coarse:hidden">
        <Kbd keys={`${modifierKey} K`} />
      </span>
    </button>
  );
}

function MentionsLink({ mentionsHref, mentionsCurrent, mentionCount }: SidebarProps) {
  const t = useT();
  return (
    <Link
      href={mentionsHref}
      aria-current={mentionsCurrent ? 'page' : undefined}
      className={`flex h-11 items-center gap-2.5 rounded-md px-2.5 text-base hover:bg-hover aria-[current=page]:bg-tab aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-card md:h-8 md:px-2 md:text-md pointer-coarse:h-11 ${mentionCount > 0 ? 'font-semibold text-ink' : 'text-soft'}`}
    >
      <span className="grid size-5 place-items-center">
        <Icon of={AtSign} size={17} className={mentionsCurrent ? 'text-pine-ink' : 'text-faint'} />
      </span>
      <span className="flex-1">{t.shell.mentions}</span>
      <Badge kind="mention" count={mentionCount} label={t.shell.mentionsOf(mentionCount)} />
    </Link>
  );
}

function Nothing({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="tap w-full rounded-md px-2.5 py-1.5 text-left text-sm text-faint hover:bg-hover hover:text-ink md:px-2"
    >
      {label}
    </button>
  );
}

function Oneself({ me, onSettings }: Pick<SidebarProps, 'me' | 'onSettings'>) {
  const t = useT();
  const { status } = usePresence(me.id);
  return (
    <div className="safe-bottom-2 mx-2 flex items-center gap-2.5 border-t border-line pt-2 pl-2">
      <PersonAvatar person={me} size={30} />
      <div className="min-w-0 flex-1 leading-tight">
        <p className="truncate text-md font-semibold">
          <bdi>{me.displayName}</bdi>
        </p>
        <p className="truncate text-xs text-faint">
          <bdi>{me.statusText || t.people[status]}</bdi>
        </p>
      </div>
      <IconButton icon={Settings} label={t.shell.settings} onClick={onSettings} />
    </div>
  );
}

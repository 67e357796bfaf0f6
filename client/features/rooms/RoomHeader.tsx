import { ArrowLeft, Users } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { may, type RoomActor } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { usePresence } from '#client/features/presence/presence-store.ts';
import { openProfile } from '#client/features/users/open-profile.ts';
import { avatarOf, peopleOf } from '#client/features/users/person.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { peopleWords } from '#client/features/users/en.ts';
import { roomsWords } from './en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { homeHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { AvatarStack } from '#client/ui/AvatarStack.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { usePhone } from '#client/ui/use-media.ts';
import { topicDialog } from './dialogs.ts';
import { setMembersPanel, useMembersPanel } from './members-panel.ts';
import { othersOf, titleOf } from './room-view.ts';
import { RoomSign } from './RoomSign.tsx';
import { membersSnapshot } from './snapshot.ts';
import { useRoomActor } from './use-room-actor.ts';

// A place of its size waits for it.
const RoomMenu = lazyOnIdle(
  () => import('./RoomMenu.tsx'),
  ({ room }) => (room.kind === 'direct' ? null : <span className="size-9 shrink-0" />),
);

const useT = wordsHook({ common: commonWords, people: peopleWords, rooms: roomsWords, shell: shellWords });

const picturesShown = 3;

/** Some of the members for their pictures; of a direct room the others. */
function useShownPeople(room: RoomSummary): User[] {
  const { meId } = useSession();
  const users = useUsers();
  const { data } = useQuery(membersSnapshot.query(room.id));
  if (room.kind === 'direct') return peopleOf(othersOf(room, meId), users);
  return peopleOf(data?.members.slice(0, picturesShown).map((member) => member.userId) ?? [], users);
}

/** The line above a conversation: where one is, who is there, and what can be done with it. */
export function RoomHeader({ room }: { room: RoomSummary }) {
  const { kind, memberCount } = room;
  const [, navigate] = useLocation();
  const actor = useRoomActor(room);
  const people = useShownPeople(room);
  const panelOpen = useMembersPanel((state) => state.open);
  const t = useT();
  const alone = kind === 'direct' && people.length <= 1;
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pr-2 pl-1.5 md:pr-3 md:pl-5">
      <IconButton icon={ArrowLeft} label={t.common.back} onClick={() => navigate(homeHref)} className="md:hidden" />
      <Naming room={room} actor={actor} people={people} />
      {!alone && (
        <button
          type="button"
          aria-expanded={panelOpen}
          aria-label={`${t.rooms.showMembers}: ${t.common.members(memberCount)}`}
          data-tip={t.rooms.showMembers}
          onClick={() => setMembersPanel(!panelOpen)}
          className="tap flex h-9 shrink-0 items-center justify-center gap-2 rounded-md px-2.5 text-sm font-medium text-soft tabular-nums hover:bg-hover hover:text-ink aria-expanded:bg-press aria-expanded:text-ink"
        >
          <span className="hidden items-center lg:flex">
            <AvatarStack
              people={people.slice(0, picturesShown).map((person) => ({ ...avatarOf(person), id: person.id }))}
              most={picturesShown}
              size={22}
            />
          </span>
          <Icon of={Users} size={18} className="lg:hidden" />
          {memberCount}
        </button>
      )}
      <RoomMenu room={room} actor={actor} />
    </header>
  );
}

interface NamingProps {
  room: RoomSummary;
  actor: RoomActor;
  people: readonly User[];
}

/** Sign, title and what is below it. */
function Naming({ room, actor, people }: NamingProps) {
  const { kind } = room;
  const archived = room.archivedAt !== null;
  const title = titleOf(room, useUsers(), actor.userId);
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
          {kind === 'direct' && people.length === 1 && only ? (
            // The whole of the naming is pressed, not the letters alone.
            <button
              type="button"
              className="min-w-0 truncate rounded-sm before:absolute before:-inset-x-1.5 before:-inset-y-2 hover:underline"
              onClick={(event) => openProfile(only.id, event.currentTarget)}
            >
              <bdi>{title}</bdi>
            </button>
          ) : (
            name
          )}
          <ArchivedMark archived={archived} />
        </h1>
        <Below room={room} actor={actor} people={people} />
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

function Below({ room, actor, people }: NamingProps) {
  const t = useT();
  const { kind, topic, memberCount } = room;
  const [only] = people;
  // On a phone a line of this height is no target; the menu serves.
  const phone = usePhone();
  const line = 'block max-w-full truncate text-sm text-faint';
  if (kind === 'direct') {
    if (only && people.length === 1) return <Status person={only} className={line} />;
    return <span className={line}>{t.shell.groupOf(memberCount)}</span>;
  }
  if (may(actor, 'setTopic') && !phone) {
    return (
      <button
        type="button"
        onClick={() => openDialog(topicDialog, { roomId: room.id })}
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

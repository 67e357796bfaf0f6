import { MessageCircle, Pencil, X } from 'lucide-react';
import { useLocation } from 'wouter';
import { usePresence } from '#client/features/presence/presence-store.ts';
import { dateOf, relativeTime } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { peopleWords } from './en.ts';
import { closeCard } from '#client/lib/overlays.ts';
import { attempt } from '#client/lib/problem.ts';
import { roomHref, settingsHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { AnchoredCard } from '#client/ui/AnchoredCard.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { User } from '#shared/users.ts';
import { PersonAvatar } from './PersonAvatar.tsx';
import { useUsers } from './use-people.ts';

const useT = wordsHook({ common: commonWords, people: peopleWords });

interface ProfileCardProps {
  userId: string;
  /** What was pressed; the card is beside it on a desktop and is a sheet on a phone. */
  anchor: HTMLElement;
}

/** Who somebody is, and the way to write to them. */
export default function ProfileCard({ userId, anchor }: ProfileCardProps) {
  const t = useT();
  const person = useUsers().get(userId);
  if (!person) return null;
  return (
    <AnchoredCard
      anchor={anchor}
      label={t.people.profileOf(person.displayName)}
      closeLabel={t.common.close}
      onClose={closeCard}
    >
      <div className="relative flex flex-col gap-4 p-5 md:w-76">
        <IconButton
          icon={X}
          size="sm"
          label={t.common.close}
          onClick={closeCard}
          className="absolute top-2.5 right-2.5"
        />
        <Heading person={person} />
        {person.statusText && (
          <p className="rounded-md bg-well px-3 py-2 text-md wrap-anywhere">
            <bdi>{person.statusText}</bdi>
          </p>
        )}
        <Facts person={person} />
        <Ways person={person} />
      </div>
    </AnchoredCard>
  );
}

/** To their direct room; from the reader's own card to the settings. */
function Ways({ person }: { person: User }) {
  const t = useT();
  const { meId } = useSession();
  const [, navigate] = useLocation();
  const self = person.id === meId;
  const write = async () => {
    closeCard();
    const problem = await attempt(async () => {
      const { id } = await client.rooms.openDirect.mutate({ userIds: [person.id] });
      navigate(roomHref(id));
    });
    if (problem) showToast({ tone: 'problem', text: problem.sentence });
  };
  const edit = () => {
    closeCard();
    navigate(settingsHref('profile'));
  };
  return (
    <div className="flex gap-2">
      {!person.deactivatedAt && (
        <Button tone="primary" className="flex-1" onClick={() => void write()}>
          <Icon of={MessageCircle} size={17} />
          {self ? t.people.noteToSelf : t.people.message}
        </Button>
      )}
      {self && (
        <Button className="flex-1" onClick={edit}>
          <Icon of={Pencil} size={16} />
          {t.people.editProfile}
        </Button>
      )}
    </div>
  );
}

function Heading({ person }: { person: User }) {
  return (
    <div className="flex items-center gap-4 pr-8">
      <PersonAvatar person={person} size={68} />
      <div className="min-w-0">
        <p className="text-lg leading-snug font-bold wrap-anywhere">
          <bdi>{person.displayName}</bdi>
        </p>
        <p className="truncate text-md text-faint">
          @<bdi>{person.name}</bdi>
        </p>
      </div>
    </div>
  );
}

const colours = { online: 'bg-online', away: 'border-2 border-away', offline: 'border-2 border-edge' } as const;

function Facts({ person }: { person: User }) {
  const t = useT();
  const language = useLanguage();
  const roles = { owner: t.people.workspaceOwner, admin: t.people.admin, member: null };
  const { status, lastSeenAt } = usePresence(person.id);
  const left = Math.max(lastSeenAt ?? 0, person.lastSeenAt ?? 0);
  const seen =
    status === 'offline' && left ? t.people.lastSeen(relativeTime(language, left, Date.now())) : t.people[status];
  return (
    <ul className="flex flex-col gap-1 text-md text-soft">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`size-2.5 rounded-full ${colours[status]}`} />
        {person.deactivatedAt ? t.people.deactivated : seen}
      </li>
      <li className="text-faint">
        {[roles[person.role], t.people.memberSince(dateOf(language, person.createdAt))].filter(Boolean).join(' · ')}
      </li>
    </ul>
  );
}

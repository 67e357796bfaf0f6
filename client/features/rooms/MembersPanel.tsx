import { ArrowLeft, UserPlus, UserSearch, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { usePresences } from '#client/features/presence/presence-store.ts';
import type { PresenceStatus } from '#shared/presence.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { peopleWords } from '#client/features/users/en.ts';
import { roomsWords } from './en.ts';
import { findMatches, loadPinyin, type Found, type Span } from '#client/lib/matching.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { usePhone } from '#client/ui/use-media.ts';
import { MemberItem, type MemberPerson } from './MemberItem.tsx';

const useT = wordsHook({ common: commonWords, people: peopleWords, rooms: roomsWords });

export type { MemberPerson } from './MemberItem.tsx';

export interface MembersPanelProps {
  /** Undefined while loading. */
  members: readonly MemberPerson[] | undefined;
  meId: string;
  failed?: boolean;
  onRetry: () => void;
  onClose: () => void;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  /** Left out where not allowed. */
  onAdd?: () => void;
  onRemove?: (userId: string) => void;
}

const noSpans: readonly Span[] = [];
const order: readonly PresenceStatus[] = ['online', 'away', 'offline'];
/** Fewer than this are seen at a glance. */
const worthSearching = 8;

/** Who is in the room, those present first. */
export function MembersPanel(props: MembersPanelProps) {
  const { members, failed = false, onRetry, onClose, onAdd } = props;
  const t = useT();
  const Title = usePhone() ? 'h1' : 'h2';
  return (
    <>
      <div className="flex h-14 shrink-0 items-center gap-1 border-b border-line pr-2 pl-1.5 md:pl-4">
        <IconButton icon={ArrowLeft} label={t.common.back} onClick={onClose} className="md:hidden" />
        <Title className="min-w-0 flex-1 truncate text-base font-bold">
          {t.rooms.members}
          {members && <span className="font-normal text-faint tabular-nums"> {members.length}</span>}
        </Title>
        {onAdd && <IconButton icon={UserPlus} label={t.rooms.addPeople} onClick={onAdd} />}
        <IconButton icon={X} label={t.rooms.closePanel} onClick={onClose} className="max-md:hidden" />
      </div>
      {failed ? (
        <ErrorState
          title={t.common.loadFailed}
          hint={t.common.loadFailedHint}
          retryLabel={t.common.retry}
          onRetry={onRetry}
        />
      ) : members ? (
        <MemberList {...props} members={members} />
      ) : (
        <SkeletonRows rows={7} label={t.common.loading} />
      )}
    </>
  );
}

function MemberList({
  members,
  meId,
  onOpenProfile,
  onRemove,
}: MembersPanelProps & { members: readonly MemberPerson[] }) {
  const t = useT();
  const [search, setSearch] = useState('');
  const found = useMemo(
    () => findMatches(search, members, (member) => [member.displayName, member.name], Infinity),
    [search, members],
  );
  const statuses = usePresences(useMemo(() => found.map(({ item }) => item.id), [found]));
  useEffect(() => void loadPinyin(), []);
  return (
    <>
      {members.length >= worthSearching && (
        <div className="px-3 pt-3">
          <SearchField label={t.rooms.findMember} clearLabel={t.common.clear} value={search} onChange={setSearch} />
        </div>
      )}
      <div className="safe-bottom-4 min-h-0 flex-1 overflow-y-auto px-2">
        {found.length === 0 && <EmptyState icon={UserSearch} title={t.rooms.noMemberFound} />}
        {order.map((presence) => (
          <Group
            key={presence}
            title={t.people[presence]}
            found={found.filter((_, index) => statuses[index] === presence)}
            {...{ meId, onOpenProfile, onRemove }}
          />
        ))}
      </div>
    </>
  );
}

interface GroupProps extends Pick<MembersPanelProps, 'meId' | 'onOpenProfile' | 'onRemove'> {
  title: string;
  found: readonly Found<MemberPerson>[];
}

function Group({ title, found, meId, onOpenProfile, onRemove }: GroupProps) {
  const Title = usePhone() ? 'h2' : 'h3';
  if (found.length === 0) return null;
  return (
    <section>
      <Title className="px-2.5 pt-4 pb-1 text-sm font-semibold text-faint">
        {title} <span className="font-normal tabular-nums">{found.length}</span>
      </Title>
      <ul>
        {found.map(({ item, label, spans }) => (
          <MemberItem
            key={item.id}
            member={item}
            self={item.id === meId}
            spans={label === 0 ? spans : noSpans}
            onOpenProfile={onOpenProfile}
            onRemove={onRemove}
          />
        ))}
      </ul>
    </section>
  );
}

import { PersonAvatar } from '#client/features/users/PersonAvatar.tsx';
import { RoomSign } from '#client/features/rooms/RoomSign.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from '#client/features/rooms/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import type { Found } from '#client/lib/matching.ts';
import { Badge } from '#client/ui/Badge.tsx';
import { Highlight } from '#client/ui/Highlight.tsx';
import type { SwitcherTarget } from './switcher-target.ts';

const useT = wordsHook({ rooms: roomsWords, shell: shellWords });

/** One place to go, with the letters that were typed marked in it. */
export function SwitcherRow({ item, label, spans }: Found<SwitcherTarget>) {
  const t = useT();
  const { kind, title, detail, people, archived, unreadCount, mentionCount } = item;
  const [only] = people;
  const counted = mentionCount > 0 ? mentionCount : unreadCount;
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center">
        {kind === 'person' ? (
          only && <PersonAvatar person={only} size={26} />
        ) : (
          <RoomSign kind={kind} archived={archived} people={people} size={22} className="text-faint" />
        )}
      </span>
      <span className="flex min-w-0 flex-1 items-baseline gap-2.5">
        <span className={`truncate ${unreadCount > 0 ? 'font-semibold' : ''}`}>
          <Highlight text={title} spans={label === 0 ? spans : []} />
        </span>
        {detail && (
          <span className="min-w-0 flex-1 truncate text-sm text-faint">
            <Highlight text={detail} spans={label === 1 ? spans : []} />
          </span>
        )}
      </span>
      {archived && <span className="text-xs text-faint">{t.rooms.archivedMark}</span>}
      <Badge
        count={counted}
        kind={mentionCount > 0 || kind === 'direct' ? 'mention' : 'unread'}
        label={mentionCount > 0 ? t.shell.mentionsOf(counted) : t.shell.unread(counted)}
      />
    </>
  );
}

import { PencilLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { prefetchHistory } from '#client/features/messages/use-history.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { Badge } from '#client/ui/Badge.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { RoomLine } from './room-view.ts';
import { RoomSign } from './RoomSign.tsx';

const useT = wordsHook({ shell: shellWords });

/** One room in the sidebar: bold while unread, a coral count when somebody calls. */
export function RoomItem({ room }: { room: RoomLine }) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  const { current } = room;
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const unread = room.unreadCount + room.mentionCount > 0;
  const calls = room.kind === 'direct' ? Math.max(room.unreadCount, room.mentionCount) : room.mentionCount;
  const tone = room.archived ? 'text-faint' : unread ? 'font-semibold text-ink' : 'text-soft';
  return (
    <li data-unread={unread || undefined}>
      <Link
        ref={link}
        href={room.href}
        // A press lasts as long as the answer takes.
        onPointerDown={() => prefetchHistory(room.id)}
        aria-current={room.current ? 'page' : undefined}
        className={`group flex h-11 items-center gap-2.5 rounded-md px-2.5 text-base hover:bg-hover aria-[current=page]:bg-tab aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-card md:h-8 md:px-2 md:text-md pointer-coarse:h-11 ${tone}`}
      >
        <RoomSign
          kind={room.kind}
          archived={room.archived}
          people={room.people}
          size={17}
          className={room.current ? 'text-pine-ink' : unread ? 'text-soft' : 'text-faint'}
        />
        <span className="min-w-0 flex-1 truncate">
          <bdi>{room.title}</bdi>
        </span>
        {room.draft && !room.current && (
          <>
            <Icon of={PencilLine} size={15} className="text-faint" />
            <span className="sr-only">{t.shell.draft}</span>
          </>
        )}
        {calls > 0 ? (
          <Badge
            kind="mention"
            count={calls}
            label={calls > room.mentionCount ? t.shell.unread(calls) : t.shell.mentionsOf(calls)}
          />
        ) : (
          <Badge count={room.unreadCount} label={t.shell.unread(room.unreadCount)} />
        )}
      </Link>
    </li>
  );
}

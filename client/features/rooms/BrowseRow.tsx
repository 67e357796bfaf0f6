import { Check } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { may } from '#shared/permissions.ts';
import type { BrowsedRoom } from '#shared/rooms.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { RoomSign } from './RoomSign.tsx';
import { useRoomVisitor } from './use-room-actor.ts';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

interface BrowseRowProps {
  room: BrowsedRoom;
  href: string;
  onJoin: () => Promise<void>;
}

/** One room in the directory; the row opens it, the button joins it. */
export function BrowseRow({ room, href, onJoin }: BrowseRowProps) {
  const t = useT();
  const visitor = useRoomVisitor(room);
  const [joining, setJoining] = useState(false);
  const join = async () => {
    setJoining(true);
    await onJoin();
    setJoining(false);
  };
  return (
    <li className="group relative flex items-center gap-3 rounded-md px-2 py-2.5 hover:bg-hover">
      <span className="grid size-9 shrink-0 place-items-center rounded-[30%] bg-pine-wash text-pine-ink">
        <RoomSign kind={room.kind} archived={room.archivedAt !== null} people={[]} size={18} />
      </span>
      <div className="min-w-0 flex-1 leading-snug">
        <Link
          href={href}
          className="rounded-sm text-base font-semibold before:absolute before:inset-0 before:rounded-md"
        >
          <bdi>{room.name}</bdi>
        </Link>
        <p className="truncate text-sm text-faint">
          {t.common.members(room.memberCount)}
          {room.topic && (
            <>
              {' · '}
              <bdi>{room.topic}</bdi>
            </>
          )}
        </p>
      </div>
      {room.joined ? (
        <span className="flex items-center gap-1.5 pr-2 text-sm font-medium text-pine-ink">
          <Icon of={Check} size={16} />
          {t.rooms.joined}
        </span>
      ) : (
        may(visitor, 'join') && (
          <Button size="sm" busy={joining} onClick={() => void join()} className="relative">
            {t.rooms.join}
            <span className="sr-only">{room.name}</span>
          </Button>
        )
      )}
    </li>
  );
}

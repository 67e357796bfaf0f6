import { Archive, Hash, Lock, Users } from 'lucide-react';
import type { RoomKind } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { PersonAvatar } from '#client/features/users/PersonAvatar.tsx';
import { Icon } from '#client/ui/Icon.tsx';

interface RoomSignProps {
  kind: RoomKind;
  archived?: boolean;
  /** The others of a direct room. */
  people: readonly User[];
  /** Pixels. */
  size?: number;
  className?: string;
}

/** What kind of room it is, at a glance: `#`, a lock, a face, or a group. */
export function RoomSign({ kind, archived = false, people, size = 18, className = '' }: RoomSignProps) {
  const [only] = people;
  if (kind === 'direct' && only && people.length === 1) return <PersonAvatar person={only} size={size + 4} />;
  const sign = archived ? Archive : kind === 'direct' ? Users : kind === 'private' ? Lock : Hash;
  return (
    <span className="grid shrink-0 place-items-center" style={{ width: size + 4, height: size + 4 }}>
      <Icon of={sign} size={kind === 'private' && !archived ? size - 2 : size} className={className} />
    </span>
  );
}

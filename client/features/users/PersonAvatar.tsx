import { usePresence } from '#client/features/presence/presence-store.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { avatarOf } from './person.ts';
import type { User } from '#shared/users.ts';

interface PersonAvatarProps {
  person: User;
  /** Pixels. */
  size?: number;
}

/** A person's picture with the dot of their presence. */
export function PersonAvatar({ person, size = 32 }: PersonAvatarProps) {
  const { status } = usePresence(person.id);
  return <Avatar {...avatarOf(person)} size={size} presence={status} />;
}

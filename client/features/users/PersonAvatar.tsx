import { Avatar } from '#client/ui/Avatar.tsx';
import { avatarOf, type Person } from './person.ts';

interface PersonAvatarProps {
  person: Person;
  /** Pixels. */
  size?: number;
  hidePresence?: boolean;
}

/** A person's picture with the dot that tells whether they are here. */
export function PersonAvatar({ person, size = 32, hidePresence = false }: PersonAvatarProps) {
  return <Avatar {...avatarOf(person)} size={size} presence={hidePresence ? undefined : person.presence} />;
}

import type { PresenceMap, PresenceStatus } from '#shared/presence.ts';
import type { User } from '#shared/users.ts';
import type { AvatarProps } from '#client/ui/Avatar.tsx';

/** A user with where they are right now: what every list of people shows. */
export interface Person extends User {
  presence: PresenceStatus;
}

/** Who is in the map is not offline; everybody else is. */
export const personOf = (user: User, presence: PresenceMap): Person => ({
  ...user,
  presence: presence[user.id] ?? 'offline',
});

/** Where the picture is served; null without one. */
export const avatarUrl = (user: Pick<User, 'id' | 'avatarVersion'>): string | null =>
  user.avatarVersion > 0 ? `/avatars/${user.id}/${user.avatarVersion}` : null;

/** What `Avatar` needs of a user. */
export const avatarOf = (
  user: Pick<User, 'id' | 'displayName' | 'avatarVersion'>,
): Pick<AvatarProps, 'name' | 'seed' | 'src'> => ({
  name: user.displayName,
  seed: user.id,
  src: avatarUrl(user),
});

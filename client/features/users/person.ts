import type { User } from '#shared/users.ts';
import type { AvatarProps } from '#client/ui/Avatar.tsx';

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

/** The people of these ids who are known, in their order. */
export const peopleOf = (ids: readonly string[], people: ReadonlyMap<string, User>): User[] =>
  ids.flatMap((id) => people.get(id) ?? []);

import { useQuery } from '@tanstack/react-query';
import type { User } from '#shared/users.ts';
import { usersSnapshot } from './snapshot.ts';

const nobody: User[] = [];
const indexes = new WeakMap<readonly User[], ReadonlyMap<string, User>>();

/** One index for all who ask. */
function byId(users: readonly User[]): ReadonlyMap<string, User> {
  const index = indexes.get(users) ?? new Map(users.map((user) => [user.id, user]));
  indexes.set(users, index);
  return index;
}

/** Everybody in the workspace, by id. */
export function useUsers(): ReadonlyMap<string, User> {
  const { data } = useQuery(usersSnapshot.query());
  return byId(data?.users ?? nobody);
}

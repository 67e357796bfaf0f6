import { useMemo } from 'react';
import type { PresenceMap } from '#shared/presence.ts';
import type { User } from '#shared/users.ts';
import { presenceQuery, usersQuery } from '#client/lib/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { type Person, personOf } from './person.ts';

const nobody: User[] = [];
const nobodyHere: PresenceMap = {};

/** Everybody in the workspace, by id. */
export function useUsers(): ReadonlyMap<string, User> {
  const { data } = useQuery(usersQuery);
  const users = data?.users ?? nobody;
  return useMemo(() => new Map(users.map((user) => [user.id, user])), [users]);
}

/** Everybody, each with where they are right now. */
export function usePeople(): ReadonlyMap<string, Person> {
  const users = useUsers();
  const { data: presence = nobodyHere } = useQuery(presenceQuery);
  return useMemo(() => new Map([...users].map(([id, user]) => [id, personOf(user, presence)])), [users, presence]);
}

import type { User } from '#shared/users.ts';

/** A person of the workspace whose id, user name and display name are the same, unless `more` says otherwise. */
export const someUser = (id: string, more: Partial<User> = {}): User => ({
  id,
  name: id,
  displayName: id,
  role: 'member',
  statusText: '',
  avatarVersion: 0,
  createdAt: 0,
  lastSeenAt: null,
  deactivatedAt: null,
  ...more,
});

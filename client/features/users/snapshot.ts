import { defineSnapshot } from '#client/lib/snapshots.ts';

/** Everybody in the workspace. */
export const usersSnapshot = defineSnapshot({
  name: 'users',
  scope: 'person',
  boot: true,
  load: (api) => api.users.list.query(),
  apply: (snapshot, event) => {
    if (event.kind !== 'user.joined' && event.kind !== 'user.updated') return snapshot;
    const others = snapshot.users.filter((user) => user.id !== event.user.id);
    return { ...snapshot, users: [...others, event.user] };
  },
});

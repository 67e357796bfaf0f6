import type { LogEvent } from '#shared/events.ts';
import type { Outputs } from '#client/lib/trpc.ts';

export type UsersSnapshot = Outputs['users']['list'];

export function applyToUsers(snapshot: UsersSnapshot, event: LogEvent): UsersSnapshot {
  if (event.kind !== 'user.joined' && event.kind !== 'user.updated') return snapshot;
  const others = snapshot.users.filter((user) => user.id !== event.user.id);
  return { ...snapshot, users: [...others, event.user] };
}

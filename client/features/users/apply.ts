import type { EventOf, LogEvent } from '#shared/events.ts';
import type { Outputs } from '#client/lib/trpc.ts';

export type UsersSnapshot = Outputs['users']['list'];

export function applyToUsers(snapshot: UsersSnapshot, event: LogEvent): UsersSnapshot {
  if (event.kind !== 'user.joined' && event.kind !== 'user.updated') return snapshot;
  const others = snapshot.users.filter((user) => user.id !== event.user.id);
  return { ...snapshot, users: [...others, event.user] };
}

/** Keeps when those who just left were last seen; a hint, so `rev` stays. */
export function noteLastSeen(snapshot: UsersSnapshot, hint: EventOf<'presence'>): UsersSnapshot {
  const left = (userId: string) => hint.users[userId] === 'offline';
  if (!snapshot.users.some((user) => left(user.id))) return snapshot;
  const users = snapshot.users.map((user) => (left(user.id) ? { ...user, lastSeenAt: hint.lastSeenAt } : user));
  return { ...snapshot, users };
}

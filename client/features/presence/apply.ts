import type { EventOf } from '#shared/events.ts';
import type { PresenceMap } from '#shared/presence.ts';

/** Who is here after a hint; those offline are left out. */
export function applyToPresence(map: PresenceMap, { users }: EventOf<'presence'>): PresenceMap {
  return Object.fromEntries(Object.entries({ ...map, ...users }).filter(([, status]) => status !== 'offline'));
}

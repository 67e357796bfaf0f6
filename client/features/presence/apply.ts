import type { PresenceMap } from '#shared/presence.ts';

/** Who is here after news of some; those offline are left out. */
export function applyToPresence(map: PresenceMap, users: PresenceMap): PresenceMap {
  return Object.fromEntries(Object.entries({ ...map, ...users }).filter(([, status]) => status !== 'offline'));
}

import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { PresenceMap, PresenceStatus } from '#shared/presence.ts';
import { presenceQuery } from './snapshot.ts';

/** Where one person is; `lastSeenAt` (ms since 1970) is null until they were seen to leave. */
interface Presence {
  status: PresenceStatus;
  lastSeenAt: number | null;
}

const offline: Presence = { status: 'offline', lastSeenAt: null };
const people = new Map<string, Presence>();
const listeners = new Map<string, Set<() => void>>();

export const presenceOf = (userId: string): Presence => people.get(userId) ?? offline;

function set(userId: string, presence: Presence): void {
  const { status, lastSeenAt } = presenceOf(userId);
  if (status === presence.status && lastSeenAt === presence.lastSeenAt) return;
  people.set(userId, presence);
  for (const listener of listeners.get(userId) ?? []) listener();
}

/** Applies news of some people. Only what shows one of them renders. */
export function applyPresence(users: PresenceMap, lastSeenAt: number): void {
  for (const [userId, status] of Object.entries(users)) {
    set(userId, status === 'offline' ? { status, lastSeenAt } : { ...presenceOf(userId), status });
  }
}

/** Takes a whole snapshot: who is not in it is offline. */
export function replacePresence(users: PresenceMap): void {
  for (const userId of people.keys()) if (!(userId in users)) set(userId, { ...presenceOf(userId), status: 'offline' });
  for (const [userId, status] of Object.entries(users)) set(userId, { ...presenceOf(userId), status });
}

/** Asks for the snapshot while the component lives, and again when the stream starts again. Never renders. */
export function useLoadedPresence(): void {
  useQuery({ ...presenceQuery, notifyOnChangeProps: [] });
}

function subscribe(userIds: readonly string[], listener: () => void): () => void {
  for (const userId of userIds) {
    const own = listeners.get(userId) ?? new Set();
    listeners.set(userId, own.add(listener));
  }
  return () => {
    for (const userId of userIds) {
      const own = listeners.get(userId);
      own?.delete(listener);
      if (own?.size === 0) listeners.delete(userId);
    }
  };
}

/** Where one person is; renders again when that changes, and for nobody else. */
export function usePresence(userId: string): Presence {
  const watch = useCallback((listener: () => void) => subscribe([userId], listener), [userId]);
  return useSyncExternalStore(watch, () => presenceOf(userId));
}

/** The status of each of these people, in their order. Keep the array the same between renders. */
export function usePresences(userIds: readonly string[]): PresenceStatus[] {
  const watch = useCallback((listener: () => void) => subscribe(userIds, listener), [userIds]);
  // One string, because a snapshot is compared by identity; the second letters of the statuses differ.
  useSyncExternalStore(watch, () => userIds.map((userId) => presenceOf(userId).status[1]).join(''));
  return userIds.map((userId) => presenceOf(userId).status);
}

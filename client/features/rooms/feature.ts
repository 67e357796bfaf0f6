import type { Feature } from '#client/lib/feature.ts';
import { part } from '#client/lib/load-part.ts';
import { roomNotices } from './notices.ts';
import { membersSnapshot, roomsSnapshot } from './snapshot.ts';

export const rooms: Feature = {
  snapshots: [roomsSnapshot, membersSnapshot],
  notices: roomNotices,
  actions: part(() => import('./actions.ts')),
};

import type { Feature } from '#client/lib/feature.ts';
import { membersSnapshot, roomsSnapshot } from './snapshot.ts';

export const rooms: Feature = { snapshots: [roomsSnapshot, membersSnapshot] };

import type { Feature } from '#client/lib/feature.ts';
import { usersSnapshot } from './snapshot.ts';

export const users: Feature = { snapshots: [usersSnapshot] };

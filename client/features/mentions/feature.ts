import type { Feature } from '#client/lib/feature.ts';
import { mentionsSnapshot } from './snapshot.ts';

export const mentions: Feature = { snapshots: [mentionsSnapshot] };

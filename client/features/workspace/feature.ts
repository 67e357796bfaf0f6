import type { Feature } from '#client/lib/feature.ts';
import { workspaceSnapshot } from './snapshot.ts';

export const workspace: Feature = { snapshots: [workspaceSnapshot] };

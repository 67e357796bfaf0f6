import type { Feature } from '#client/lib/feature.ts';
import { part } from '#client/lib/load-part.ts';

export const reactions: Feature = { actions: part(() => import('./actions.ts')) };

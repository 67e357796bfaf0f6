import type { Feature } from '#client/lib/feature.ts';
import { part } from '#client/lib/load-part.ts';
import { readMarks } from './read-marks.ts';

export const reads: Feature = { repeatedCalls: [readMarks], actions: part(() => import('./actions.ts')) };

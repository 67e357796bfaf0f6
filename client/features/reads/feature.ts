import type { Feature } from '#client/lib/feature.ts';
import { readMarks } from './read-marks.ts';

export const reads: Feature = { repeatedCalls: [readMarks] };

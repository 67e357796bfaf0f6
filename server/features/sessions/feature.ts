import { defineFeature } from '#server/platform/feature.ts';
import { watchOpenSessions } from './background.ts';
import { sweepExpiredSessions } from './jobs.ts';
import * as tables from './tables.ts';

export const sessions = defineFeature({ tables, jobs: [sweepExpiredSessions], background: watchOpenSessions });

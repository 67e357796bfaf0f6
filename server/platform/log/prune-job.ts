import { defineRecurringJob } from '#server/platform/jobs/job.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { pruneEvents } from './event-log.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Drops events that are older than `LOG_DAYS`. */
export const pruneLog = defineRecurringJob(
  'prune-log',
  hour,
  async ({ config, now, store }: Pick<Services, 'config' | 'now' | 'store'>) => {
    await pruneEvents(store, now() - config.LOG_DAYS * day);
  },
);

import { defineRecurringJob } from '#server/platform/jobs/job.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { sweepSessions } from './commands.ts';

/** Deletes sessions that have expired. */
export const sweepExpiredSessions = defineRecurringJob(
  'sweep-sessions',
  3_600_000,
  ({ connections, store }: Pick<Services, 'connections' | 'store'>) =>
    store.write((tx) => sweepSessions(tx, connections)),
);

import { pruneEvents } from '#server/platform/db/log.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { keepOpenSessions, sweepSessions } from '#server/features/sessions/commands.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Every minute the sessions that have a connection open, every hour what has become old. Call the result to stop. */
export function startUpkeep(services: Services): () => void {
  const { config, connections, log, now, store } = services;
  const attempt = (work: () => Promise<unknown>) => () =>
    void work().catch((reason: unknown) => log.error({ err: reason }, 'upkeep failed'));
  const sessions = attempt(() => keepOpenSessions(store, connections, config.SESSION_DAYS * day));
  const old = attempt(async () => {
    await pruneEvents(store, now() - config.LOG_DAYS * day);
    await store.write((tx) => sweepSessions(tx, connections));
  });
  const timers = [setInterval(sessions, minute), setInterval(old, hour)];
  return () => timers.forEach((timer) => clearInterval(timer));
}

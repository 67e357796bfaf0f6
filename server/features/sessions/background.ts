import type { Services } from '#server/platform/trpc/context.ts';
import { keepOpenSessions } from './commands.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * Looks every minute after the sessions whose connections this process has open. No job: each process has its own.
 * Call the result to stop.
 */
export function watchOpenSessions({ config, connections, log, store }: Services): () => void {
  const timer = setInterval(() => {
    keepOpenSessions(store, connections, config.SESSION_DAYS * day).catch((reason: unknown) =>
      log.error({ err: reason }, 'open sessions not looked after'),
    );
  }, minute);
  return () => clearInterval(timer);
}

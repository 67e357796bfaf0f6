import type { Services } from '#server/platform/trpc/context.ts';
import { keepOpenSessions } from './commands.ts';

const checkMs = 10_000;
const day = 86_400_000;

/**
 * Looks every ten seconds at the sessions with a connection open at this process: the bus may lose the word that one has
 * ended. No job: every process does this for itself. Call the result to stop.
 */
export function watchOpenSessions(services: Services): () => void {
  const { config, log } = services;
  let isRunning = false;
  const check = () => {
    if (isRunning) return;
    isRunning = true;
    keepOpenSessions(services, config.SESSION_DAYS * day)
      .catch((reason: unknown) => log.error({ err: reason }, 'open sessions not looked at'))
      .finally(() => (isRunning = false));
  };
  const timer = setInterval(check, checkMs);
  return () => clearInterval(timer);
}

import type { Caller, Services } from '#server/platform/trpc/context.ts';
import { touchEvery, touchSessions } from './commands.ts';
import { findSession, hashToken } from './queries.ts';

const day = 86_400_000;

/** The person behind a token, or null. Now and then notes the use of the session, which moves its end: `renewed` is called. */
export async function callerOf(
  services: Services,
  token: string | null,
  renewed: (token: string) => void = () => undefined,
): Promise<Caller | null> {
  if (!token) return null;
  const { config, log, now, secret, store } = services;
  const found = await store.read((db) => findSession(db, hashToken(token, secret), now()));
  if (!found) return null;
  const { userId, sessionId } = found;
  if (now() - found.lastUsedAt > touchEvery) {
    renewed(token);
    store
      .write((tx) => touchSessions(tx, [sessionId], config.SESSION_DAYS * day))
      .catch((reason: unknown) => log.error({ err: reason }, 'session not touched'));
  }
  return { userId, sessionId };
}

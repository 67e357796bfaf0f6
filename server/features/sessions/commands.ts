import { and, eq, inArray, lte, ne } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import type { Tx } from '#server/platform/db/store.ts';
import type { Connections } from '#server/platform/realtime/connections.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { hashToken, liveSessions } from './queries.ts';
import { sessions } from './tables.ts';

export interface NewSession {
  userId: string;
  device: string;
  address: string;
  secret: string;
  /** ms */
  lifetime: number;
}

/** Starts a session; the token is returned once and only its hash is kept. */
export async function startSession(tx: Tx, session: NewSession): Promise<{ sessionId: string; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const id = nanoid();
  const { userId, device, address } = session;
  await tx.db.insert(tx.db.of(sessions)).values({
    id,
    tokenHash: hashToken(token, session.secret),
    userId,
    device: device.slice(0, 200),
    address,
    createdAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt: tx.now + session.lifetime,
  });
  return { sessionId: id, token };
}

/** Notes that sessions are in use and moves their ends accordingly. */
export async function touchSessions(tx: Tx, sessionIds: readonly string[], lifetime: number): Promise<void> {
  const s = tx.db.of(sessions);
  await tx.db
    .update(s)
    .set({ lastUsedAt: tx.now, expiresAt: tx.now + lifetime })
    .where(inArray(s.id, [...sessionIds]));
}

/** Ends one of the person's own sessions and closes its live connections. */
export async function revokeSession(
  tx: Tx,
  userId: string,
  sessionId: string,
  connections: Connections,
): Promise<void> {
  const s = tx.db.of(sessions);
  const gone = await tx.db
    .delete(s)
    .where(and(eq(s.id, sessionId), eq(s.userId, userId)))
    .returning({ id: s.id });
  if (gone.length === 0) throw new AppError('session_unknown', { field: 'sessionId' });
  tx.afterCommit(() => connections.end(sessionId));
}

/** Ends all the person's sessions but one; returns how many. */
export async function revokeOtherSessions(
  tx: Tx,
  userId: string,
  keptId: string,
  connections: Connections,
): Promise<number> {
  const s = tx.db.of(sessions);
  const gone = await tx.db
    .delete(s)
    .where(and(eq(s.userId, userId), ne(s.id, keptId)))
    .returning({ id: s.id });
  tx.afterCommit(() => {
    for (const { id } of gone) connections.end(id);
  });
  return gone.length;
}

/** Deletes what has expired and closes connections that outlived it. */
export async function sweepSessions(tx: Tx, connections: Connections): Promise<void> {
  const s = tx.db.of(sessions);
  const gone = await tx.db.delete(s).where(lte(s.expiresAt, tx.now)).returning({ id: s.id });
  tx.afterCommit(() => {
    for (const { id } of gone) connections.end(id);
  });
}

/** How exact "last used" is, in ms: a session is not written at every request. */
export const touchEvery = 300_000;
/** Sessions looked at and written together, so that ten thousand do not hold up everybody's messages. */
const sessionsTogether = 200;

/**
 * Sees to the sessions with a connection open at this process: one that ended or expired, also at another process,
 * loses its connections; one in use moves its end. `lifetime` is in ms.
 */
export async function keepOpenSessions(
  { connections, now, store }: Pick<Services, 'connections' | 'now' | 'store'>,
  lifetime: number,
): Promise<void> {
  const open = connections.sessionIds();
  for (let from = 0; from < open.length; from += sessionsTogether) {
    const some = open.slice(from, from + sessionsTogether);
    const live = await store.read((db) => liveSessions(db, some, now()));
    for (const sessionId of some) if (!live.has(sessionId)) connections.end(sessionId);
    const due = [...live].flatMap(([sessionId, lastUsedAt]) => (now() - lastUsedAt > touchEvery ? sessionId : []));
    if (due.length > 0) await store.write((tx) => touchSessions(tx, due, lifetime));
  }
}

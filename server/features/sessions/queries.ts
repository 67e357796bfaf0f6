import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { SessionInfo } from '#shared/auth.ts';
import { networkOf } from '#server/platform/http/address.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { users } from '#server/features/users/tables.ts';
import { sessions } from './tables.ts';

/** Tokens are stored as this alone, so the database opens no session. */
export const hashToken = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64url');

const byToken = prepared('sessions_by_token', (db) => {
  const s = db.of(sessions);
  const u = db.of(users);
  return db
    .select({
      sessionId: s.id,
      userId: u.id,
      lastUsedAt: s.lastUsedAt,
      expiresAt: s.expiresAt,
      deactivatedAt: u.deactivatedAt,
    })
    .from(s)
    .innerJoin(u, eq(u.id, s.userId))
    .where(eq(s.tokenHash, sql.placeholder('tokenHash')));
});

/** The live session of a token, or null when it ended, expired or its person was deactivated. */
export async function findSession(db: Db, tokenHash: string, now: number) {
  const [found] = await byToken(db).execute({ tokenHash });
  return found && found.expiresAt > now && found.deactivatedAt === null ? found : null;
}

/** Those of the given sessions that are live, each with when it was last used. */
export async function liveSessions(db: Db, sessionIds: readonly string[], now: number): Promise<Map<string, number>> {
  const s = db.of(sessions);
  const u = db.of(users);
  const rows = await db
    .select({ id: s.id, lastUsedAt: s.lastUsedAt })
    .from(s)
    .innerJoin(u, eq(u.id, s.userId))
    .where(and(inArray(s.id, [...sessionIds]), gt(s.expiresAt, now), isNull(u.deactivatedAt)));
  return new Map(rows.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
}

/** A person's live sessions, last used first. */
export async function sessionsOf(db: Db, userId: string, currentId: string, now: number): Promise<SessionInfo[]> {
  const s = db.of(sessions);
  const rows = await db
    .select()
    .from(s)
    .where(and(eq(s.userId, userId), gt(s.expiresAt, now)))
    .orderBy(desc(s.lastUsedAt));
  return rows.map(({ id, device, address, createdAt, lastUsedAt }) => {
    return { id, device, address, createdAt, lastUsedAt, current: id === currentId };
  });
}

/** Whether one of the person's sessions was started from this network. */
export async function wasHere(db: Db, userId: string, network: string): Promise<boolean> {
  const s = db.of(sessions);
  const rows = await db.selectDistinct({ address: s.address }).from(s).where(eq(s.userId, userId));
  return rows.some(({ address }) => networkOf(address) === network);
}

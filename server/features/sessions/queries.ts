import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { SessionInfo } from '#shared/auth.ts';
import { networkOf } from '#server/platform/http/address.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';

/** Tokens are stored as this alone, so the database opens no session. */
export const hashToken = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64url');

const byToken = prepared('sessions_by_token', (db) => {
  const { sessions, users } = db.tables;
  return db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      lastUsedAt: sessions.lastUsedAt,
      expiresAt: sessions.expiresAt,
      deactivatedAt: users.deactivatedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')));
});

/** The live session of a token, or null when it ended, expired or its person was deactivated. */
export async function findSession(db: Db, tokenHash: string, now: number) {
  const [found] = await byToken(db).execute({ tokenHash });
  return found && found.expiresAt > now && found.deactivatedAt === null ? found : null;
}

/** Those of the given sessions that are live, each with when it was last used. */
export async function liveSessions(db: Db, sessionIds: readonly string[], now: number): Promise<Map<string, number>> {
  const { sessions, users } = db.tables;
  const rows = await db
    .select({ id: sessions.id, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(inArray(sessions.id, [...sessionIds]), gt(sessions.expiresAt, now), isNull(users.deactivatedAt)));
  return new Map(rows.map(({ id, lastUsedAt }) => [id, lastUsedAt]));
}

/** A person's live sessions, last used first. */
export async function sessionsOf(db: Db, userId: string, currentId: string, now: number): Promise<SessionInfo[]> {
  const { sessions } = db.tables;
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastUsedAt));
  return rows.map(({ id, device, address, createdAt, lastUsedAt }) => {
    return { id, device, address, createdAt, lastUsedAt, current: id === currentId };
  });
}

/** Whether one of the person's sessions was started from this network. */
export async function wasHere(db: Db, userId: string, network: string): Promise<boolean> {
  const { sessions } = db.tables;
  const rows = await db.selectDistinct({ address: sessions.address }).from(sessions).where(eq(sessions.userId, userId));
  return rows.some(({ address }) => networkOf(address) === network);
}

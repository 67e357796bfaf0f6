import { asc, eq, inArray, sql } from 'drizzle-orm';
import { isBlank } from '#shared/blank.ts';
import { AppError } from '#shared/errors.ts';
import { singleLine } from '#shared/text.ts';
import type { User, UserRole } from '#shared/users.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { avatars, users } from './tables.ts';

type UserRow = typeof users.$inferSelect;

/** The part of a row that everybody may see. A display name stored before it had to be one visible line becomes one. */
export function publicUser(row: UserRow): User {
  const { nameKey: _key, passwordHash: _hash, ...user } = row;
  const displayName = singleLine(user.displayName);
  return { ...user, displayName: isBlank(displayName) ? user.name : displayName };
}

/** Everybody in the workspace, as of `rev`. */
export async function listUsers(db: Db): Promise<{ rev: number; users: User[] }> {
  const u = db.of(users);
  const rows = await db.select().from(u).orderBy(asc(u.nameKey));
  return { rev: await headRev(db), users: rows.map(publicUser) };
}

/** Throws `user_unknown`. */
export async function getUser(db: Db, userId: string): Promise<User> {
  const u = db.of(users);
  const [row] = await db.select().from(u).where(eq(u.id, userId));
  if (!row) throw new AppError('user_unknown', { field: 'userId' });
  return publicUser(row);
}

/** The people behind ids, each once; throws `user_unknown` when one does not exist or was deactivated. */
export async function activeUsers(db: Db, userIds: readonly string[]): Promise<User[]> {
  const unique = [...new Set(userIds)];
  if (unique.length === 0) return [];
  const u = db.of(users);
  const rows = await db.select().from(u).where(inArray(u.id, unique));
  const active = rows.filter((row) => row.deactivatedAt === null);
  if (active.length !== unique.length) throw new AppError('user_unknown', { field: 'userIds' });
  return active.map(publicUser);
}

/** A person's image: its type and its bytes in base64, or null. */
export async function avatarOf(db: Db, userId: string): Promise<{ type: string; image: string } | null> {
  const a = db.of(avatars);
  const [row] = await db.select().from(a).where(eq(a.userId, userId));
  return row ?? null;
}

const roleById = prepared('users_role_by_id', (db) => {
  const u = db.of(users);
  return db
    .select({ role: u.role, deactivatedAt: u.deactivatedAt })
    .from(u)
    .where(eq(u.id, sql.placeholder('userId')));
});

/** A person's role in the workspace now; null for somebody who is unknown or deactivated. */
export async function currentRole(db: Db, userId: string): Promise<UserRole | null> {
  const [found] = await roleById(db).execute({ userId });
  return found && found.deactivatedAt === null ? found.role : null;
}

import { count, inArray } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import type { AuthStatus, Me } from '#shared/auth.ts';
import { storedNameKeys } from '#shared/limits.ts';
import type { Environment } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db/store.ts';
import type { Caller } from '#server/platform/trpc/context.ts';
import { getUser } from '#server/features/users/queries.ts';
import { findWorkspace } from '#server/features/workspace/queries.ts';
import { users } from '#server/features/users/tables.ts';

/** True until somebody registers: that person becomes the owner. */
export async function needsOwner(db: Db): Promise<boolean> {
  const [row] = await db.select({ people: count() }).from(db.of(users));
  return Number(row?.people ?? 0) === 0;
}

/** What the page must know before anybody is signed in. */
export async function authStatus(
  db: Db,
  config: Pick<Environment, 'REGISTRATION'>,
  version: string,
  caller: Caller | null,
): Promise<AuthStatus> {
  const workspace = await findWorkspace(db);
  return {
    needsOwner: await needsOwner(db),
    registration: workspace?.registration ?? config.REGISTRATION,
    workspaceName: workspace?.name ?? 'Parley',
    version,
    me: caller ? await getMe(db, caller) : null,
  };
}

export async function getMe(db: Db, { userId, sessionId }: Caller): Promise<Me> {
  return { ...(await getUser(db, userId)), sessionId };
}

/** What a log-in is held against; null for a name nobody has. */
export async function findAccount(db: Db, name: string) {
  const u = db.of(users);
  const keys = storedNameKeys(name);
  const rows = await db.select().from(u).where(inArray(u.nameKey, keys));
  // An older row has its name exactly as it is typed here; it goes before one of the same folded name.
  const row = rows.find(({ nameKey }) => nameKey === keys[1]) ?? rows[0];
  return row && row.deactivatedAt === null ? row : null;
}

/** Throws `name_taken`. */
export async function assertNameFree(db: Db, name: string): Promise<void> {
  const u = db.of(users);
  const [taken] = await db
    .select({ id: u.id })
    .from(u)
    .where(inArray(u.nameKey, storedNameKeys(name)));
  if (taken) throw new AppError('name_taken', { field: 'name' });
}

import { eq, sql } from 'drizzle-orm';
import type { UserRole } from '#shared/users.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';

const roleById = prepared('roles_role_by_id', (db) => {
  const { users } = db.tables;
  return db
    .select({ role: users.role, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(users.id, sql.placeholder('userId')));
});

/** A person's role in the workspace now; null for somebody who is unknown or deactivated. */
export async function currentRole(db: Db, userId: string): Promise<UserRole | null> {
  const [found] = await roleById(db).execute({ userId });
  return found && found.deactivatedAt === null ? found.role : null;
}

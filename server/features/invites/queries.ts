import { desc, eq } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import type { Invite } from '#shared/workspace.ts';
import type { Db } from '#server/platform/db/store.ts';

/** All invites, newest first. */
export async function listInvites(db: Db): Promise<Invite[]> {
  const { invites } = db.tables;
  return db.select().from(invites).orderBy(desc(invites.createdAt));
}

/** An invite that still admits somebody; throws `invite_invalid`, `invite_expired` or `invite_used_up`. */
export async function openInvite(db: Db, code: string, now: number): Promise<Invite> {
  const { invites } = db.tables;
  const [invite] = await db.select().from(invites).where(eq(invites.code, code));
  if (!invite || invite.revokedAt !== null) throw new AppError('invite_invalid', { field: 'inviteCode' });
  if (invite.expiresAt !== null && invite.expiresAt <= now) {
    throw new AppError('invite_expired', { field: 'inviteCode' });
  }
  if (invite.maxUses !== null && invite.uses >= invite.maxUses) {
    throw new AppError('invite_used_up', { field: 'inviteCode' });
  }
  return invite;
}

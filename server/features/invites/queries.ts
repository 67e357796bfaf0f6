import { desc, eq } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import type { Invite } from '#shared/invites.ts';
import type { Db } from '#server/platform/db/store.ts';
import { invites } from './tables.ts';

/** All invites, newest first. */
export async function listInvites(db: Db): Promise<Invite[]> {
  const i = db.of(invites);
  return db.select().from(i).orderBy(desc(i.createdAt));
}

/** An invite that still admits somebody; throws `invite_invalid`, `invite_expired` or `invite_used_up`. */
export async function openInvite(db: Db, code: string, now: number): Promise<Invite> {
  const i = db.of(invites);
  const [invite] = await db.select().from(i).where(eq(i.code, code));
  if (!invite || invite.revokedAt !== null) throw new AppError('invite_invalid', { field: 'inviteCode' });
  if (invite.expiresAt !== null && invite.expiresAt <= now) {
    throw new AppError('invite_expired', { field: 'inviteCode' });
  }
  if (invite.maxUses !== null && invite.uses >= invite.maxUses) {
    throw new AppError('invite_used_up', { field: 'inviteCode' });
  }
  return invite;
}

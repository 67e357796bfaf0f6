import { and, eq, isNull, sql } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { AppError } from '#shared/errors.ts';
import type { Invite } from '#shared/invites.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { openInvite } from './queries.ts';
import { invites } from './tables.ts';

const hour = 3_600_000;

/** Makes an invite; `null` means no limit. */
export async function createInvite(
  tx: Tx,
  createdBy: string,
  limits: { expiresInHours: number | null; maxUses: number | null },
): Promise<Invite> {
  const { expiresInHours, maxUses } = limits;
  const invite = {
    id: nanoid(),
    code: nanoid(24),
    createdBy,
    createdAt: tx.now,
    expiresAt: expiresInHours === null ? null : tx.now + expiresInHours * hour,
    maxUses,
    uses: 0,
    revokedAt: null,
  };
  await tx.db.insert(tx.db.of(invites)).values(invite);
  return invite;
}

/** Withdraws an invite; throws `invite_invalid` when there is none to withdraw. */
export async function revokeInvite(tx: Tx, inviteId: string): Promise<void> {
  const i = tx.db.of(invites);
  const revoked = await tx.db
    .update(i)
    .set({ revokedAt: tx.now })
    .where(and(eq(i.id, inviteId), isNull(i.revokedAt)))
    .returning({ id: i.id });
  if (revoked.length === 0) throw new AppError('invite_invalid', { field: 'inviteId' });
}

/** Counts one use, within the write that registers the person. */
export async function spendInvite(tx: Tx, code: string): Promise<void> {
  const i = tx.db.of(invites);
  const { id } = await openInvite(tx.db, code, tx.now);
  await tx.db
    .update(i)
    .set({ uses: sql`${i.uses} + 1` })
    .where(eq(i.id, id));
}

import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { AppError } from '#shared/errors.ts';
import type { RegistrationMode } from '#shared/auth.ts';
import { limits, nameKey, reservedNames, userNamePattern } from '#shared/limits.ts';
import { isMixedScript } from '#shared/scripts.ts';
import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { spendInvite } from '#server/features/invites/commands.ts';
import { addMembers, postNotice } from '#server/features/memberships/commands.ts';
import { assertDisplayName } from '#server/features/users/commands.ts';
import { publicUser } from '#server/features/users/queries.ts';
import { createWorkspace } from '#server/features/workspace/commands.ts';
import { findWorkspace } from '#server/features/workspace/queries.ts';
import { assertNameFree } from './queries.ts';
import { users } from '#server/features/users/tables.ts';

export interface NewAccount {
  name: string;
  displayName: string;
  passwordHash: string;
  inviteCode: string | null;
  /** Used by the first account only, which makes the workspace. */
  workspaceName: string;
  registration: RegistrationMode;
}

/** Throws `name_invalid` for a name that mentions could not carry, `name_mixed` for one that could pass for another. */
export function assertUserName(name: string): void {
  const { min, max } = limits.userName;
  const fits = name.length >= min && name.length <= max && userNamePattern.test(name);
  if (!fits || reservedNames.includes(nameKey(name))) {
    throw new AppError('name_invalid', { field: 'name', limit: max });
  }
  if (isMixedScript(name)) throw new AppError('name_mixed', { field: 'name' });
}

/** Registers a person and brings them into the lobby; the first one becomes the owner of a new workspace. */
export async function registerAccount(tx: Tx, account: NewAccount): Promise<string> {
  const workspace = await findWorkspace(tx.db);
  if (workspace) await admit(tx, workspace.registration, account.inviteCode);
  await assertNameFree(tx.db, account.name);
  if (account.displayName) await assertDisplayName(tx.db, account.displayName, null);
  const id = nanoid();
  const [row] = await tx.db
    .insert(tx.db.of(users))
    .values({
      id,
      name: account.name,
      nameKey: nameKey(account.name),
      displayName: account.displayName || account.name,
      passwordHash: account.passwordHash,
      role: workspace ? 'member' : 'owner',
      createdAt: tx.now,
    })
    .returning();
  if (!row) throw new Error('an insert returns its row');
  const rev = await nextRev(tx);
  await append(tx, { kind: 'user.joined', rev, at: tx.now, roomId: null, userId: null, user: publicUser(row) });
  const lobby = workspace
    ? workspace.lobbyRoomId
    : await createWorkspace(tx, account.workspaceName, account.registration, id);
  await addMembers(tx, lobby, [{ userId: id, role: workspace ? 'member' : 'owner' }]);
  await postNotice(tx, lobby, id, workspace ? { type: 'joined', userIds: [id] } : { type: 'created' });
  return id;
}

async function admit(tx: Tx, registration: RegistrationMode, inviteCode: string | null): Promise<void> {
  if (registration === 'closed') throw new AppError('registration_closed');
  if (inviteCode !== null) await spendInvite(tx, inviteCode);
  else if (registration === 'invite') throw new AppError('registration_closed', { field: 'inviteCode' });
}

export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  const u = tx.db.of(users);
  await tx.db.update(u).set({ passwordHash }).where(eq(u.id, userId));
}

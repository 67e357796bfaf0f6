import { registerAccount } from '#server/features/accounts/commands.ts';
import { startSession } from '#server/features/sessions/commands.ts';
import { hashPassword } from '#server/platform/passwords.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { users } from '#server/features/users/tables.ts';

export const password = 'correct horse battery';
let passwordHash: Promise<string> | null = null;

/** Registers somebody without spending time on a hash of their own; returns their id. */
export async function createUser({ store }: Services, name: string): Promise<string> {
  passwordHash ??= hashPassword(password);
  const account = {
    name,
    displayName: '',
    passwordHash: await passwordHash,
    inviteCode: null,
    workspaceName: 'Test',
    registration: 'open',
  } as const;
  return store.write((tx) => registerAccount(tx, account));
}

let extras = 0;

/** People who are only there to be many: in the workspace, in no room, never signed in. Returns their ids. */
export async function addExtras({ store }: Services, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => `extra${(extras += 1)}`);
  const common = { passwordHash: 'none', role: 'member', createdAt: 1 } as const;
  const rows = ids.map((id) => ({ id, name: id, nameKey: id, displayName: id, ...common }));
  await store.write((tx) => tx.db.insert(tx.db.of(users)).values(rows));
  return ids;
}

/** A session of theirs. */
export function startDevice(
  { secret, store }: Services,
  userId: string,
): Promise<{ sessionId: string; token: string }> {
  const session = { userId, device: 'Test', address: '127.0.0.1', secret, lifetime: 7_776_000_000 };
  return store.write((tx) => startSession(tx, session));
}

import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import type { RegistrationMode } from '#shared/auth.ts';
import type { Workspace } from '#shared/workspace.ts';
import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { getWorkspace } from './queries.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { workspace } from './tables.ts';

/** Makes the workspace with its first room, `#general`, as yet empty. Returns that room's id. */
export async function createWorkspace(
  tx: Tx,
  name: string,
  registration: RegistrationMode,
  ownerId: string,
): Promise<string> {
  const r = tx.db.of(rooms);
  const w = tx.db.of(workspace);
  const lobbyRoomId = nanoid();
  await tx.db.insert(r).values({
    id: lobbyRoomId,
    kind: 'public',
    name: 'general',
    nameKey: 'general',
    createdBy: ownerId,
    createdAt: tx.now,
  });
  await tx.db.insert(w).values({ id: 1, name, registration, lobbyRoomId, createdAt: tx.now });
  return lobbyRoomId;
}

/** Changes the given fields and publishes the event to everybody. */
export async function updateWorkspace(
  tx: Tx,
  change: { name?: string | undefined; registration?: RegistrationMode | undefined },
): Promise<Workspace> {
  const w = tx.db.of(workspace);
  const before = await getWorkspace(tx.db);
  const after = {
    ...before,
    name: change.name ?? before.name,
    registration: change.registration ?? before.registration,
  };
  await tx.db.update(w).set({ name: after.name, registration: after.registration }).where(eq(w.id, 1));
  const rev = await nextRev(tx);
  await append(tx, { kind: 'workspace.updated', rev, at: tx.now, roomId: null, userId: null, workspace: after });
  return after;
}

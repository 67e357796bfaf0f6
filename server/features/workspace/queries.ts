import type { Workspace } from '#shared/workspace.ts';
import { type Db, prepared } from '#server/platform/db/store.ts';
import { workspace } from './tables.ts';

const settings = prepared('workspace_settings', (db) => {
  const w = db.of(workspace);
  return db
    .select({
      name: w.name,
      registration: w.registration,
      lobbyRoomId: w.lobbyRoomId,
    })
    .from(w);
});

/** The workspace, or null before its owner has registered. */
export async function findWorkspace(db: Db): Promise<Workspace | null> {
  const [row] = await settings(db).execute();
  return row ?? null;
}

/** The workspace of a server whose owner has registered. */
export async function getWorkspace(db: Db): Promise<Workspace> {
  const found = await findWorkspace(db);
  if (!found) throw new Error('the workspace is made with its owner');
  return found;
}

/** The room everybody is in. */
export const lobbyRoomId = async (db: Db): Promise<string> => (await getWorkspace(db)).lobbyRoomId;

import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Tx } from '#server/platform/db/store.ts';

/** The smallest write that appends to the log; returns its rev. */
export async function rename(tx: Tx, name: string): Promise<number> {
  const rev = await nextRev(tx);
  const workspace = { name, registration: 'open', lobbyRoomId: 'lobby' } as const;
  await append(tx, { kind: 'workspace.updated', rev, at: tx.now, roomId: null, userId: null, workspace });
  return rev;
}

import type { z } from 'zod';
import type { Bootstrap, bootstrapInput } from '#shared/bootstrap.ts';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import type { Environment } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db/store.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import type { Caller } from '#server/platform/trpc/context.ts';
import { authStatus } from '#server/features/accounts/queries.ts';
import { historyPage } from '#server/features/messages/queries.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { listRooms } from '#server/features/rooms/queries.ts';
import { listUsers } from '#server/features/users/queries.ts';
import { getWorkspace, lobbyRoomId } from '#server/features/workspace/queries.ts';

interface BootstrapRequest {
  config: Pick<Environment, 'REGISTRATION'>;
  version: string;
  caller: Caller | null;
  room: z.output<typeof bootstrapInput>['room'];
}

/** What the first screen shows; `db` must be one transaction, so that all parts have the same `rev`. */
export async function bootstrapFor(db: Db, { config, version, caller, room }: BootstrapRequest): Promise<Bootstrap> {
  const status = await authStatus(db, config, version, caller);
  if (!caller) return { status, inside: null };
  return {
    status,
    inside: {
      workspace: { rev: await headRev(db), workspace: await getWorkspace(db) },
      users: await listUsers(db),
      rooms: await listRooms(db, caller.userId),
      history: room ? await historyIn(db, caller, room) : null,
    },
  };
}

/** Null for a room or message that the caller cannot read: the page then asks by itself, and shows why. */
async function historyIn(db: Db, { userId }: Caller, room: NonNullable<BootstrapRequest['room']>) {
  const roomId = room.roomId ?? (await lobbyRoomId(db));
  const { cursor } = room;
  try {
    const page = await historyPage(db, await memberRoom(db, userId, roomId), cursor, limits.pageSize.default);
    return { roomId, cursor, page };
  } catch (reason) {
    if (reason instanceof AppError) return null;
    throw reason;
  }
}

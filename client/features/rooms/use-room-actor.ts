import { useMemo } from 'react';
import type { RoomActor } from '#shared/permissions.ts';
import type { BrowsedRoom, RoomSummary } from '#shared/rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { useSession } from '#client/lib/session.ts';

/** What the rules ask about the reader in this room, for `may(actor, …)`; the same object while the facts are. */
export function useRoomActor({ kind, archivedAt, role, lobby: defaultRoom }: RoomSummary): RoomActor {
  const { meId: userId } = useSession();
  const workspaceRole = useUsers().get(userId)?.role ?? 'member';
  return useMemo(
    () => ({ userId, kind, archivedAt, role, defaultRoom, workspaceRole }),
    [userId, kind, archivedAt, role, defaultRoom, workspaceRole],
  );
}

/** The same before the door of a room of the directory. */
export function useRoomVisitor({ kind, archivedAt }: BrowsedRoom): RoomActor {
  const { meId: userId } = useSession();
  const workspaceRole = useUsers().get(userId)?.role ?? 'member';
  return { userId, kind, archivedAt, role: null, defaultRoom: false, workspaceRole };
}

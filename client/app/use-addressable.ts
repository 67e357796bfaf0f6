import { useMemo } from 'react';
import type { RoomSummary } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import type { Addressable } from '#client/features/composer/written.ts';
import { byName, useRooms } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { problemOf } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { membersQuery } from '#client/lib/queries.ts';
import { client } from '#client/lib/trpc.ts';
import { useSession } from '#client/lib/session.ts';
import { useQuery } from '@tanstack/react-query';

const nobody: readonly User[] = [];

/** Whom and what a text in this room can address. */
export function useAddressable(room: RoomSummary): Addressable {
  const { meId } = useSession();
  const users = useUsers();
  const rooms = useRooms();
  const { data } = useQuery(membersQuery(room.id));
  const members = data?.members;
  const { id, kind, memberCount, archivedAt } = room;
  return useMemo(() => {
    const inside = new Set(members?.map((member) => member.userId));
    const active = [...users.values()].filter((user) => user.deactivatedAt === null);
    const mayAdd = kind !== 'direct' && archivedAt === null;
    return {
      me: meId,
      members: active.filter((user) => inside.has(user.id)),
      // Until the members are known nobody is called an outsider.
      others: mayAdd && members ? active.filter((user) => !inside.has(user.id)) : nobody,
      rooms: rooms
        .filter((other) => other.kind !== 'direct')
        .sort(byName)
        .map((other) => ({ id: other.id, name: other.name, href: roomHref(other.id) })),
      memberCount,
      mayNotifyRoom: kind !== 'direct',
      onAddPeople: mayAdd ? (userIds) => addPeople(id, userIds) : null,
    };
  }, [meId, users, rooms, members, id, kind, memberCount, archivedAt]);
}

async function addPeople(roomId: string, userIds: readonly string[]): Promise<void> {
  try {
    await client.rooms.invite.mutate({ roomId, userIds: [...userIds] });
  } catch (reason) {
    throw new Error(problemOf(reason).sentence, { cause: reason });
  }
}

import { useMemo } from 'react';
import { may, type RoomActor } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import type { MentionCandidates } from '#client/features/composer/draft.ts';
import { byName, useRooms } from '#client/features/rooms/use-rooms.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { problemOf } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { membersSnapshot } from '#client/features/rooms/snapshot.ts';
import { client } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';

const nobody: readonly User[] = [];

/** Whom and what a text in this room can address. */
export function useMentionCandidates({ id, memberCount }: RoomSummary, actor: RoomActor): MentionCandidates {
  const users = useUsers();
  const rooms = useRooms();
  const { data } = useQuery(membersSnapshot.query(id));
  const members = data?.members;
  return useMemo(() => {
    const inside = new Set(members?.map((member) => member.userId));
    const active = [...users.values()].filter((user) => user.deactivatedAt === null);
    const mayAdd = may(actor, 'invite');
    return {
      me: actor.userId,
      members: active.filter((user) => inside.has(user.id)),
      // Until the members are known nobody is called an outsider.
      others: mayAdd && members ? active.filter((user) => !inside.has(user.id)) : nobody,
      rooms: rooms
        .filter((other) => other.kind !== 'direct')
        .sort(byName)
        .map((other) => ({ id: other.id, name: other.name, href: roomHref(other.id) })),
      memberCount,
      mayNotifyRoom: may(actor, 'mentionEverybody'),
      onAddPeople: mayAdd ? (userIds) => addPeople(id, userIds) : null,
    };
  }, [users, rooms, members, id, memberCount, actor]);
}

async function addPeople(roomId: string, userIds: readonly string[]): Promise<void> {
  try {
    await client.rooms.invite.mutate({ roomId, userIds: [...userIds] });
  } catch (reason) {
    throw new Error(problemOf(reason).sentence, { cause: reason });
  }
}

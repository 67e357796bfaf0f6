import { queryOptions } from '@tanstack/react-query';
import { client } from './trpc.ts';

/**
 * The queries of the first screens, for TanStack Query alone: tRPC's own hooks come with the screens that a press opens,
 * and know the same answers by the same keys.
 */
type Key = readonly [path: readonly string[], { readonly input?: unknown; readonly type: 'query' }];

/** The key that tRPC's hooks give a query. */
const keyOf = (path: readonly string[], input?: unknown): Key => [
  path,
  input === undefined ? { type: 'query' } : { input, type: 'query' },
];

export const statusQuery = queryOptions({
  queryKey: keyOf(['auth', 'status']),
  queryFn: () => client.auth.status.query(),
});

export const inviteQuery = (code: string) =>
  queryOptions({
    queryKey: keyOf(['invites', 'check'], { code }),
    queryFn: () => client.invites.check.query({ code }),
  });

export const workspaceQuery = queryOptions({
  queryKey: keyOf(['workspace', 'get']),
  queryFn: () => client.workspace.get.query(),
});

export const usersQuery = queryOptions({
  queryKey: keyOf(['users', 'list']),
  queryFn: () => client.users.list.query(),
});

export const presenceQuery = queryOptions({
  queryKey: keyOf(['presence', 'list']),
  queryFn: () => client.presence.list.query(),
});

export const roomsQuery = queryOptions({
  queryKey: keyOf(['rooms', 'list']),
  queryFn: () => client.rooms.list.query(),
});

export const roomQuery = (roomId: string) =>
  queryOptions({ queryKey: keyOf(['rooms', 'get'], { roomId }), queryFn: () => client.rooms.get.query({ roomId }) });

/** Begins the key of every room's members. */
export const membersKey = [['rooms', 'members']] as const;
export const membersQuery = (roomId: string) =>
  queryOptions({
    queryKey: keyOf(['rooms', 'members'], { roomId }),
    queryFn: () => client.rooms.members.query({ roomId }),
  });

export const mentionsQuery = queryOptions({
  queryKey: keyOf(['mentions', 'list']),
  queryFn: () => client.mentions.list.query(),
});

import { httpBatchLink } from '@trpc/client';
import type { AuthStatus } from '#shared/auth.ts';
import type { Bootstrap } from '#shared/bootstrap.ts';
import { statusQuery } from '#client/features/accounts/queries.ts';
import { historySnapshot } from '#client/features/messages/snapshot.ts';
import { roomsSnapshot } from '#client/features/rooms/snapshot.ts';
import { usersSnapshot } from '#client/features/users/snapshot.ts';
import { workspaceSnapshot } from '#client/features/workspace/snapshot.ts';
import { answeredWith } from '#client/lib/problem.ts';
import { type AppRouter, client, clientOver, queryClient, requests } from '#client/lib/trpc.ts';

type BootstrapInput = Parameters<typeof client.bootstrap.load.query>[0];

declare global {
  interface Window {
    /** What `boot.js` has asked for. */
    parleyBootstrap?: { input: BootstrapInput; answer: Promise<Response> };
  }
}

/** The first request is the one that `boot.js` made; after a failure they are the client's own. */
const early = clientOver(
  httpBatchLink<AppRouter>({
    ...requests,
    maxItems: 1,
    fetch: (url, init) => {
      const answer = window.parleyBootstrap?.answer;
      delete window.parleyBootstrap;
      return answer ?? requests.fetch(url, init);
    },
  }),
);

/** The status, together with what else the first screen shows. */
export const firstScreenQuery = {
  queryKey: statusQuery.queryKey,
  queryFn: async (): Promise<AuthStatus> => {
    const input = window.parleyBootstrap?.input ?? {};
    try {
      const { status, inside } = await early.bootstrap.load.query(input);
      if (inside) fillCache(inside);
      return status;
    } catch (reason) {
      // An address that names no room possible: the screens say so.
      if (answeredWith(reason)?.code === 'invalid_input') return client.auth.status.query();
      throw reason;
    }
  },
};

function fillCache({ workspace, users, rooms, history }: NonNullable<Bootstrap['inside']>): void {
  queryClient.setQueryData(workspaceSnapshot.query().queryKey, workspace);
  queryClient.setQueryData(usersSnapshot.query().queryKey, users);
  queryClient.setQueryData(roomsSnapshot.query().queryKey, rooms);
  if (!history) return;
  const { roomId, cursor, page } = history;
  queryClient.setQueryData(historySnapshot.query(roomId, cursor).queryKey, { pages: [page], pageParams: [cursor] });
}

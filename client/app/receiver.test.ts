import { expect, test } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import { presenceQuery, workspaceQuery } from '#client/lib/queries.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { Receiver } from './receiver.ts';

const presence = presenceQuery.queryKey;
const workspace = workspaceQuery.queryKey;

const renamed = (rev: number, name: string): LogEvent => {
  const settings = { name, registration: 'open', lobbyRoomId: 'l' } as const;
  return { kind: 'workspace.updated', rev, at: 1, roomId: null, userId: null, workspace: settings };
};

/** Asks for a snapshot whose answer is on its way until it is given. */
function asking(queryKey: readonly unknown[]) {
  let arrives = (_answer: unknown): void => undefined;
  const queryFn = () => new Promise<unknown>((resolve) => (arrives = resolve));
  const asked = queryClient.fetchQuery({ queryKey, queryFn, staleTime: 0 });
  return async (answer: unknown) => {
    arrives(answer);
    await asked;
  };
}

test('who comes and goes while the page asks who is here is shown right', async () => {
  const receiver = new Receiver('me', () => undefined);
  const answer = asking(presence);
  receiver.receive([{ kind: 'presence', users: { bob: 'online', cid: 'offline' }, lastSeenAt: 1 }]);
  await answer({ cid: 'online', dan: 'away' });
  expect(queryClient.getQueryData(presence)).toEqual({ bob: 'online', dan: 'away' });
  receiver.close();
});

test('an answer that is older than the stream is brought up to date when it lands', async () => {
  const receiver = new Receiver('me', () => undefined);
  const answer = asking(workspace);
  receiver.receive([renamed(7, 'newer')]);
  await answer({ rev: 6, workspace: { name: 'older' } });
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 7, workspace: { name: 'newer' } });
  receiver.close();
});

test('what is to be read again takes no event that would make its gap look true', async () => {
  const receiver = new Receiver('me', () => undefined);
  queryClient.setQueryData(workspace, {
    rev: 7,
    workspace: { name: 'before the gap', registration: 'open', lobbyRoomId: 'l' },
  });
  receiver.receive([{ kind: 'resync', rev: 90 }, renamed(91, 'after the gap')]);
  expect(queryClient.getQueryState(workspace)?.isInvalidated).toBe(true);
  const answer = asking(workspace);
  await answer({ rev: 90, workspace: { name: 'fresh' } });
  expect(queryClient.getQueryData(workspace)).toMatchObject({ rev: 91, workspace: { name: 'after the gap' } });
  receiver.close();
});

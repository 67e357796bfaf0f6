import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bootstrap } from '#shared/bootstrap.ts';
import { historySnapshot } from '#client/features/messages/snapshot.ts';
import { roomsSnapshot } from '#client/features/rooms/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { someMessage } from '#client/testing/messages.ts';
import { someRoom } from '#client/testing/rooms.ts';
import { firstScreenQuery } from './bootstrap.ts';

const status: Bootstrap['status'] = {
  needsOwner: false,
  registration: 'invite',
  workspaceName: 'Orchard',
  version: 'v1',
  me: null,
};
const end = { at: 'end' } as const;
const page = { rev: 7, messages: [someMessage], older: null, newer: null };
const inside: Bootstrap['inside'] = {
  workspace: { rev: 7, workspace: { name: 'Orchard', registration: 'invite', lobbyRoomId: 'lobby' } },
  users: { rev: 7, users: [] },
  rooms: { rev: 7, rooms: [someRoom] },
  history: { roomId: someRoom.id, cursor: end, page },
};
const answered = (data: unknown) => Response.json([{ result: { data } }]);

/** The paths that were asked for after `boot.js`. */
let asked: string[];
beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url, 'http://localhost').pathname);
    return answered(url.includes('auth.status') ? status : { status, inside: null });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
});

test('the answer that was asked for early fills what the first screen reads, and nothing is asked for again', async () => {
  window.parleyBootstrap = { input: {}, answer: Promise.resolve(answered({ status, inside })) };
  expect(await queryClient.fetchQuery(firstScreenQuery)).toEqual(status);
  expect(await queryClient.fetchQuery(roomsSnapshot.query())).toEqual(inside.rooms);
  expect(queryClient.getQueryData(historySnapshot.query(someRoom.id, end).queryKey)).toEqual({
    pages: [page],
    pageParams: [end],
  });
  expect(asked).toEqual([]);
});

test('a request that was lost is made again', async () => {
  const lost = Promise.reject<Response>(new TypeError('Failed to fetch'));
  lost.catch(() => undefined);
  window.parleyBootstrap = { input: {}, answer: lost };
  expect(await queryClient.fetchQuery({ ...firstScreenQuery, retryDelay: 0 })).toEqual(status);
  expect(asked).toEqual(['/trpc/bootstrap.load']);
});

test('an address that names no possible room still shows who is signed in', async () => {
  const error = { message: 'no', code: -32_600, data: { app: { code: 'invalid_input' } } };
  window.parleyBootstrap = { input: {}, answer: Promise.resolve(Response.json([{ error }], { status: 400 })) };
  expect(await queryClient.fetchQuery(firstScreenQuery)).toEqual(status);
  expect(asked).toEqual(['/trpc/auth.status']);
});

import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { historySnapshot } from '#client/features/messages/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { render } from '#client/testing/render.tsx';
import { RoomItem } from './RoomItem.tsx';
import type { RoomLine } from './room-view.ts';

const room: RoomLine = {
  id: 'garden',
  href: '/r/garden',
  kind: 'public',
  title: 'garden',
  archived: false,
  current: false,
  unreadCount: 0,
  mentionCount: 0,
  draft: false,
  people: [],
};
const { queryKey } = historySnapshot.query(room.id, { at: 'end' });
const page = { rev: 1, messages: [], older: null, newer: null };

afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
});

test('a room is asked for when the finger goes down on it, and not again once it is known', async () => {
  vi.stubGlobal('fetch', () => new Promise<never>(() => undefined));
  await render(<RoomItem room={room} />);
  const press = () =>
    act(async () => void document.querySelector('a')?.dispatchEvent(new Event('pointerdown', { bubbles: true })));
  const isAsking = () => queryClient.getQueryState(queryKey)?.fetchStatus === 'fetching';
  expect(isAsking()).toBe(false);
  await press();
  expect(isAsking()).toBe(true);
  queryClient.clear();
  queryClient.setQueryData(queryKey, { pages: [page], pageParams: [{ at: 'end' }] });
  await press();
  expect(isAsking()).toBe(false);
});

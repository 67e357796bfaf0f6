import { someUser } from '#client/testing/users.ts';
import { act, Profiler, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { features } from '#client/app/features.ts';
import { EventDispatcher } from '#client/lib/event-dispatcher.ts';
import { MembersPanel } from '#client/features/rooms/MembersPanel.tsx';
import { RoomHeader } from '#client/features/rooms/RoomHeader.tsx';
import { PersonRow } from '#client/features/users/PersonRow.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { usersSnapshot } from '#client/features/users/snapshot.ts';
import { SidebarPane } from '#client/features/navigation/SidebarPane.tsx';
import { historySnapshot } from '#client/features/messages/snapshot.ts';
import { pinsSnapshot } from '#client/features/pins/snapshot.ts';
import { RoomView } from '#client/features/rooms/RoomView.tsx';
import { membersSnapshot, roomsSnapshot } from '#client/features/rooms/snapshot.ts';
import { workspaceSnapshot } from '#client/features/workspace/snapshot.ts';
import { someMessage } from '#client/testing/messages.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { render } from '#client/testing/render.tsx';
import { someRoom } from '#client/testing/rooms.ts';
import { SignedIn } from '#client/testing/signed-in.tsx';
import type { PresenceMap } from '#shared/presence.ts';
import { replacePresence } from './presence-store.ts';

const everybody = Array.from({ length: 5_000 }, (_, index) => someUser(`p${index}`));
const none = () => undefined;
const workspace = { name: 'Garden', registration: 'invite' as const, lobbyRoomId: someRoom.id };
let renders: Record<string, number> = {};

/** Counts how often what is inside renders. */
const Counted = ({ id, children }: { id: string; children: ReactNode }) => (
  <Profiler id={id} onRender={(profiled) => (renders[profiled] = (renders[profiled] ?? 0) + 1)}>
    {children}
  </Profiler>
);

function Everybody() {
  return <p>{useUsers().size}</p>;
}

describe('news of where one of 5,000 people is', () => {
  const dispatcher = new EventDispatcher('me', features);
  const hears = (users: PresenceMap) =>
    act(async () => dispatcher.receive([{ kind: 'presence', users, lastSeenAt: 7 }]));

  beforeEach(async () => {
    await act(async () => replacePresence({}));
    queryClient.setQueryData(usersSnapshot.query().queryKey, { rev: 1, users: everybody });
    const members = everybody
      .slice(0, 3)
      .map(({ id }) => ({ userId: id, role: 'member' as const, joinedAt: 0, lastReadRev: 0 }));
    queryClient.setQueryData(membersSnapshot.query(someRoom.id).queryKey, { rev: 1, members });
  });
  afterEach(() => queryClient.clear());

  it('renders what shows that person, and nothing else', async () => {
    const page = await render(
      <SignedIn meId="me">
        <Counted id="everybody">
          <Everybody />
        </Counted>
        <Counted id="room">
          <RoomHeader room={someRoom} />
        </Counted>
        {everybody.slice(0, 300).map((one) => (
          <Counted key={one.id} id={one.id}>
            <PersonRow person={one} />
          </Counted>
        ))}
      </SignedIn>,
    );
    renders = {};
    await hears({ p4999: 'online' });
    expect(renders).toEqual({});
    await hears({ p7: 'online' });
    expect(renders).toEqual({ p7: 1 });
    await hears({ p7: 'online' });
    expect(renders).toEqual({ p7: 1 });
    expect(page.text()).toContain('Online');
    await hears({ p7: 'offline', p8: 'away' });
    expect(renders).toEqual({ p7: 2, p8: 1 });
    expect(page.text()).not.toContain('Online');
  });

  it('renders nothing of a room and its sidebar for somebody who only wrote there', async () => {
    const message = { ...someMessage, roomId: someRoom.id, authorId: 'p7' };
    const direct = { ...someRoom, id: 'with-p8', kind: 'direct' as const, directUserIds: ['p0', 'p8'] };
    queryClient.setQueryData(historySnapshot.query(someRoom.id, { at: 'end' }).queryKey, {
      pages: [{ rev: 1, messages: [message], older: null, newer: null }],
      pageParams: [{ at: 'end' }],
    });
    queryClient.setQueryData(roomsSnapshot.query().queryKey, { rev: 1, rooms: [someRoom, direct] });
    queryClient.setQueryData(pinsSnapshot.query(someRoom.id).queryKey, { rev: 1, pins: [] });
    queryClient.setQueryData(workspaceSnapshot.query().queryKey, { rev: 1, workspace });
    const page = await render(
      <SignedIn meId="p0">
        <Counted id="whole sidebar">
          <SidebarPane currentId={someRoom.id} />
        </Counted>
        <Counted id="whole room">
          <RoomView room={someRoom} messageId={null} />
        </Counted>
      </SignedIn>,
    );
    await page.appear('button', 'Room menu');
    await act(() => vi.dynamicImportSettled());
    expect(page.text()).toContain('p8');
    renders = {};
    await hears(Object.fromEntries(everybody.slice(300).map(({ id }) => [id, 'online' as const])));
    await hears({ p7: 'away' });
    expect(renders['whole sidebar']).toBeUndefined();
    expect(renders['whole room']).toBeUndefined();
    await hears({ p8: 'online' });
    expect(renders['whole sidebar']).toBe(1);
    expect(renders['whole room']).toBeUndefined();
  });

  it('moves a member to the heading of where they are, and leaves the list alone for others', async () => {
    const members = everybody.slice(0, 20).map((one) => ({ ...one, roomRole: 'member' as const }));
    await render(
      <Counted id="panel">
        <MembersPanel members={members} meId="me" onRetry={none} onClose={none} onOpenProfile={none} />
      </Counted>,
    );
    const headings = () => [...document.querySelectorAll('h3')].map((heading) => heading.textContent);
    expect(headings()).toEqual(['Offline 20']);
    renders = {};
    await hears({ p4999: 'online' });
    expect(renders).toEqual({});
    await hears({ p7: 'online' });
    expect(headings()).toEqual(['Online 1', 'Offline 19']);
  });

  it('renders one row of 200 members when that member goes away, and none of the others', async () => {
    let rows = 0;
    const members = everybody.slice(0, 200).map((one) => ({
      ...one,
      // A row reads it once each time it renders.
      get roomRole() {
        rows++;
        return 'member' as const;
      },
    }));
    await render(<MembersPanel members={members} meId="me" onRetry={none} onClose={none} onOpenProfile={none} />);
    await hears({ p7: 'online' });
    rows = 0;
    await hears({ p7: 'away' });
    expect(rows).toBe(1);
  });

  it('is no reason to look at the list of people again', async () => {
    const before = queryClient.getQueryData(usersSnapshot.query().queryKey);
    await hears({ p7: 'offline' });
    expect(queryClient.getQueryData(usersSnapshot.query().queryKey)).toBe(before);
  });
});

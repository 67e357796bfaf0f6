import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '#server/testing/test-server.ts';
import { users } from '#server/features/users/tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

test('an administrator who is demoted has lost their power also over a WebSocket that was open before', async () => {
  const owner = await server.visitor('ann');
  const bob = await server.visitor('bob');
  const { store } = server.app.services;
  const setRole = (role: 'admin' | 'member') =>
    store.write(async ({ db }) => {
      const u = db.of(users);
      await db.update(u).set({ role }).where(eq(u.id, bob.id));
    });
  await setRole('admin');
  const socket = server.socket(bob.token);
  const { id: roomId } = await owner.api.rooms.create.mutate({ kind: 'public', name: 'tea', userIds: [bob.id] });
  await expect(socket.api.invites.create.mutate({})).resolves.toMatchObject({ uses: 0 });
  await socket.api.rooms.archive.mutate({ roomId });
  await setRole('member');
  const forbidden = { data: { app: { code: 'forbidden' } } };
  await expect(socket.api.invites.create.mutate({})).rejects.toMatchObject(forbidden);
  await expect(socket.api.invites.list.query()).rejects.toMatchObject(forbidden);
  await expect(socket.api.workspace.update.mutate({ name: 'Mine' })).rejects.toMatchObject(forbidden);
  await expect(socket.api.rooms.unarchive.mutate({ roomId })).rejects.toMatchObject({
    data: { app: { code: 'room_needs_owner' } },
  });
});

import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { UserRole } from '#shared/users.ts';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { roomOf } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { users } from '#server/features/users/tables.ts';

describe.each(engines)('roles on %s', (engine) => {
  const app = useTestApp(engine);
  const setRole = (userId: string, role: UserRole) =>
    app().services.store.write(async ({ db }) => {
      const u = db.of(users);
      await db.update(u).set({ role }).where(eq(u.id, userId));
    });

  test('an administrator manages a room of others, and no longer once demoted', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    await setRole(bob.id, 'admin');
    expect(await answer(bob.api.rooms.archive({ roomId }))).toBe('ok');
    expect(await answer(bob.api.rooms.unarchive({ roomId }))).toBe('ok');
    expect(await answer(bob.api.rooms.removeMember({ roomId, userId: cid.id }))).toBe('ok');
    await setRole(bob.id, 'member');
    expect(await answer(bob.api.rooms.archive({ roomId }))).toBe('room_needs_owner');
    expect(await answer(bob.api.invites.create({}))).toBe('forbidden');
  });

  test('who inherits a room is whoever is in it longest, whatever an unknown role is called', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    app().clock.advance(1_000);
    await ann.api.rooms.invite({ roomId, userIds: [cid.id] });
    await app().services.store.write(async ({ db }) => {
      const m = db.of(memberships);
      const newer = sql`'visitor'`;
      await db
        .update(m)
        .set({ role: newer })
        .where(and(eq(m.roomId, roomId), eq(m.userId, cid.id)));
    });
    await ann.api.rooms.leave({ roomId });
    expect(await bob.api.rooms.get({ roomId })).toMatchObject({ role: 'owner' });
  });
});

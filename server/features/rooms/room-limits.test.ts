import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { unique } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { rooms } from './tables.ts';

describe.each(engines)('how many rooms somebody is in, on %s', (engine) => {
  const app = useTestApp(engine);

  test('a member of more rooms than the limit is told so', async () => {
    const gus = await app().person('gus');
    await app().services.store.write(async (tx) => {
      const many = Array.from({ length: 1_000 }, (_, i) => ({
        id: `many${i}`,
        kind: 'direct' as const,
        name: '',
        createdAt: 1,
      }));
      await tx.db.insert(tx.db.of(rooms)).values(many);
      await tx.db
        .insert(tx.db.of(memberships))
        .values(
          many.map(({ id }) => ({ roomId: id, userId: gus.id, role: 'member' as const, joinedAt: 1, lastReadRev: 0 })),
        );
    });
    const ann = await app().person('ann');
    const full = { code: 'limit_reached', limit: 1_000, field: 'rooms' };
    const fullForOthers = { code: 'limit_reached', limit: 800, field: 'userIds' };
    expect(await refusal(gus.api.rooms.create({ kind: 'public', name: unique() }))).toEqual(full);
    expect(await refusal(ann.api.rooms.create({ kind: 'public', name: unique(), userIds: [gus.id] }))).toEqual(
      fullForOthers,
    );
    expect(await refusal(ann.api.rooms.openDirect({ userIds: [gus.id] }))).toEqual(fullForOthers);
    const room = await ann.api.rooms.create({ kind: 'public', name: unique() });
    expect(await refusal(gus.api.rooms.join({ roomId: room.id }))).toEqual(full);
    expect(await refusal(ann.api.rooms.invite({ roomId: room.id, userIds: [gus.id] }))).toEqual(fullForOthers);
  });

  test('somebody whom others have put into as many rooms as they may still joins rooms', async () => {
    const hal = await app().person('hal');
    await app().services.store.write(async ({ db }) => {
      const many = Array.from({ length: 800 }, (_, i) => `pushed${i}`);
      const m = db.of(memberships);
      const r = db.of(rooms);
      await db.insert(r).values(many.map((id) => ({ id, kind: 'direct' as const, name: '', createdAt: 1 })));
      await db
        .insert(m)
        .values(
          many.map((roomId) => ({ roomId, userId: hal.id, role: 'member' as const, joinedAt: 1, lastReadRev: 0 })),
        );
    });
    const ann = await app().person('ann');
    const room = await ann.api.rooms.create({ kind: 'public', name: unique() });
    expect(await answer(ann.api.rooms.invite({ roomId: room.id, userIds: [hal.id] }))).toBe('limit_reached');
    expect(await answer(hal.api.rooms.join({ roomId: room.id }))).toBe('ok');
  });
});

describe('people brought into rooms', () => {
  const app = useTestApp('sqlite', { INVITE_RATE: '5' });

  test('are counted by how many they are, so that nobody fills the lists of others quickly', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const bring = (userIds: string[]) => answer(ann.api.rooms.create({ kind: 'private', name: unique(), userIds }));
    expect([await bring([bob.id, cid.id]), await bring([bob.id, cid.id])]).toEqual(['ok', 'ok']);
    expect(await bring([bob.id, cid.id])).toBe('too_many_requests');
    expect(await bring([])).toBe('ok');
  });
});

import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { rooms } from './tables.ts';

describe.each(engines)('the name of a private room on %s', (engine) => {
  const app = useTestApp(engine);

  test('cannot be found out by trying it, for a new room or for a renamed one', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const secret = await ann.api.rooms.create({ kind: 'private', name: 'layoffs' });
    expect(await answer(bob.api.rooms.create({ kind: 'private', name: 'layoffs' }))).toBe('ok');
    expect(await answer(bob.api.rooms.create({ kind: 'public', name: 'Layoffs' }))).toBe('ok');
    await ann.api.rooms.rename({ roomId: secret.id, name: 'merger' });
    const other = await bob.api.rooms.create({ kind: 'public', name: 'tea' });
    expect(await answer(bob.api.rooms.rename({ roomId: other.id, name: 'merger' }))).toBe('ok');
    expect((await bob.api.rooms.browse({ search: 'merger' })).rooms.map(({ id }) => id)).toEqual([other.id]);
  });

  test('may be that of a public room, and is still refused when it is no name', async () => {
    const ann = await app().person('ann');
    const room = await ann.api.rooms.create({ kind: 'private', name: 'general' });
    expect(room.name).toBe('general');
    expect(await answer(ann.api.rooms.create({ kind: 'private', name: '#general' }))).toBe('name_invalid');
    expect(await answer(ann.api.rooms.rename({ roomId: room.id, name: 'a@b' }))).toBe('name_invalid');
  });

  test('that an earlier version took is free after the next start', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const room = await ann.api.rooms.create({ kind: 'private', name: 'from before' });
    await app().services.store.write(async ({ db }) => {
      const r = db.of(rooms);
      await db.update(r).set({ nameKey: 'from before' }).where(eq(r.id, room.id));
    });
    expect(await answer(bob.api.rooms.create({ kind: 'public', name: 'from before' }))).toBe('name_taken');
    await app().restart();
    expect(await answer(bob.api.rooms.create({ kind: 'public', name: 'from before' }))).toBe('ok');
  });
});

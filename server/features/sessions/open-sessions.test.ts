import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { useWorld } from '#server/testing/world.ts';
import { keepOpenSessions } from './commands.ts';

const day = 86_400_000;

describe.each(engines)('a session with a connection open on %s', (engine) => {
  const world = useWorld(engine);
  const keep = () => world().services.store.write((tx) => keepOpenSessions(tx, world().services.connections, 90 * day));
  const rowOf = (sessionId: string) =>
    world().services.store.read(async (db) => {
      const { sessions } = db.tables;
      const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
      return row;
    });

  test('that is used over its stream alone does not end while it is used', async () => {
    const ann = await world().person('ann');
    const stream = await ann.listen();
    world().clock.advance(80 * day);
    await keep();
    const row = await rowOf(ann.sessionId);
    expect(row?.lastUsedAt).toBe(world().clock.now());
    expect(row?.expiresAt).toBe(world().clock.now() + 90 * day);
    stream.stop();
  });

  test('that has expired, or was deleted elsewhere, loses its connection', async () => {
    const [bob, cid] = await world().people('bob', 'cid');
    const streams = [await bob.listen(), await cid.listen()];
    await world().services.store.write(async (tx) => {
      const { sessions } = tx.db.tables;
      await tx.db.update(sessions).set({ expiresAt: tx.now }).where(eq(sessions.id, bob.sessionId));
      await tx.db.delete(sessions).where(eq(sessions.id, cid.sessionId));
    });
    await keep();
    for (const stream of streams) await stream.until(() => stream.ended);
    expect(world().services.connections.sessionIds()).toEqual([]);
  });
});

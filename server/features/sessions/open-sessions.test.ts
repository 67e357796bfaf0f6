import { eq, lt } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { keepOpenSessions } from './commands.ts';
import { sessions } from './tables.ts';

const day = 86_400_000;

describe.each(engines)('a session with a connection open on %s', (engine) => {
  const app = useTestApp(engine);
  const keep = () => keepOpenSessions(app().services, 90 * day);
  const rowOf = (sessionId: string) =>
    app().services.store.read(async (db) => {
      const s = db.of(sessions);
      const [row] = await db.select().from(s).where(eq(s.id, sessionId));
      return row;
    });

  test('that is used over its stream alone does not end while it is used', async () => {
    const ann = await app().person('ann');
    const stream = await ann.listen();
    app().clock.advance(80 * day);
    await keep();
    const row = await rowOf(ann.sessionId);
    expect(row?.lastUsedAt).toBe(app().clock.now());
    expect(row?.expiresAt).toBe(app().clock.now() + 90 * day);
    stream.stop();
    await expect.poll(() => app().services.connections.sessionIds()).toEqual([]);
  });

  test('is one of a thousand, whose ends move a part at a time', async () => {
    const { connections, store } = app().services;
    const cid = await app().person('cid');
    const { now } = app().clock;
    const ids = Array.from({ length: 1_000 }, (_, i) => `many${i}`);
    const common = { userId: cid.id, device: 'Test', address: '127.0.0.1', createdAt: 1, lastUsedAt: 1 };
    await store.write(({ db }) => {
      const rows = ids.map((id) => ({ id, tokenHash: id, expiresAt: now() + day, ...common }));
      return db.insert(db.of(sessions)).values(rows);
    });
    const close = ids.map((id) => connections.add(id, () => expect.unreachable('a live session was ended')));
    const write = vi.spyOn(store, 'write');
    await keep();
    const parts = write.mock.calls.length;
    write.mockRestore();
    for (const forget of close) forget();
    expect(parts).toBe(5);
    const late = await store.read((db) => {
      const s = db.of(sessions);
      return db.select().from(s).where(lt(s.lastUsedAt, now()));
    });
    expect(late.filter(({ id }) => id.startsWith('many'))).toEqual([]);
  });

  test('that has expired, or was deleted elsewhere, loses its connection', async () => {
    const [bob, cid] = await app().people('bob', 'cid');
    const streams = [await bob.listen(), await cid.listen()];
    await app().services.store.write(async (tx) => {
      const s = tx.db.of(sessions);
      await tx.db.update(s).set({ expiresAt: tx.now }).where(eq(s.id, bob.sessionId));
      await tx.db.delete(s).where(eq(s.id, cid.sessionId));
    });
    await keep();
    for (const stream of streams) await stream.until(() => stream.ended);
    expect(app().services.connections.sessionIds()).toEqual([]);
  });
});

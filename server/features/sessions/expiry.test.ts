import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Site } from '#server/testing/site.ts';
import { sessions } from './tables.ts';

let site: Site;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  site = await Site.open();
});
afterAll(async () => {
  vi.useRealTimers();
  await site.close();
});

test('the socket of a session that has expired is closed within a minute', async () => {
  await site.visitor('ann');
  const bob = await site.visitor('bob');
  const stream = await site.listen('websocket', bob.token);
  await site.app.services.store.write(async (tx) => {
    const s = tx.db.of(sessions);
    await tx.db.update(s).set({ expiresAt: tx.now }).where(eq(s.id, bob.sessionId));
  });
  expect(site.app.services.connections.count(bob.sessionId)).toBe(1);
  vi.advanceTimersByTime(10_000);
  await vi.waitUntil(() => site.app.services.connections.count(bob.sessionId) === 0, { timeout: 10_000, interval: 10 });
  stream.stop();
});

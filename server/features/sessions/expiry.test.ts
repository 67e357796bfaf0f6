import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patient } from '#server/testing/patience.ts';
import { TestServer } from '#server/testing/test-server.ts';
import { sessions } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = await TestServer.open();
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
});

test('the socket of a session that has expired is closed within a minute', async () => {
  await server.visitor('ann');
  const bob = await server.visitor('bob');
  const stream = await server.listen('websocket', bob.token);
  await server.app.services.store.write(async (tx) => {
    const s = tx.db.of(sessions);
    await tx.db.update(s).set({ expiresAt: tx.now }).where(eq(s.id, bob.sessionId));
  });
  expect(server.app.services.connections.count(bob.sessionId)).toBe(1);
  vi.advanceTimersByTime(10_000);
  await vi.waitUntil(() => server.app.services.connections.count(bob.sessionId) === 0, {
    timeout: patient(10_000),
    interval: 10,
  });
  stream.stop();
});

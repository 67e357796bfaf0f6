import { lte } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '#server/testing/test-server.ts';
import { sessions } from '#server/features/sessions/tables.ts';
import { oldestRev } from '#server/platform/log/event-log.ts';
import { events } from '#server/platform/log/tables.ts';

const day = 86_400_000;
const hour = 3_600_000;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open({ LOG_DAYS: '3' });
});
afterAll(() => server.close());

const oldEvents = () =>
  server.app.services.store.read(async (db) => {
    const e = db.of(events);
    const rows = await db
      .select({ rev: e.rev })
      .from(e)
      .where(lte(e.at, server.clock.now() - 3 * day));
    return rows.length;
  });
/** The server is down for so long, in ms. */
async function pause(ms: number): Promise<void> {
  await server.app.close();
  server.clock.advance(ms);
  await server.start();
}
const sessionOwners = () =>
  server.app.services.store.read(async (db) => (await db.select().from(db.of(sessions))).map(({ userId }) => userId));

test('old events and expired sessions go by themselves, also when the server was down when they were due', async () => {
  const ann = await server.visitor('ann');
  expect(await server.app.services.store.read(oldestRev)).toBe(1);
  await pause(4 * day);
  await expect.poll(oldEvents).toBe(0);
  expect(await sessionOwners()).toContain(ann.id);
  await pause(91 * day);
  await expect.poll(sessionOwners).toEqual([]);
});

test('and go on going every hour while it runs', async () => {
  await server.visitor('bob');
  server.clock.advance(3 * day + hour);
  expect(await oldEvents()).toBeGreaterThan(0);
  await server.app.services.jobs.runDue();
  expect(await oldEvents()).toBe(0);
});

import { lte } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from '#server/testing/site.ts';

const day = 86_400_000;
const hour = 3_600_000;

let site: Site;
beforeAll(async () => {
  site = await Site.open({ LOG_DAYS: '3' });
});
afterAll(() => site.close());

const oldEvents = () =>
  site.app.services.store.read(async (db) => {
    const { events } = db.tables;
    const rows = await db
      .select({ rev: events.rev })
      .from(events)
      .where(lte(events.at, site.clock.now() - 3 * day));
    return rows.length;
  });
const sessions = () =>
  site.app.services.store.read(async (db) => (await db.select().from(db.tables.sessions)).map(({ userId }) => userId));

test('old events and expired sessions go by themselves, also when the server was down when they were due', async () => {
  const ann = await site.visitor('ann');
  site.clock.advance(4 * day);
  expect(await oldEvents()).toBeGreaterThan(0);
  await site.restart();
  await expect.poll(oldEvents).toBe(0);
  expect(await sessions()).toContain(ann.id);
  site.clock.advance(91 * day);
  await site.restart();
  await expect.poll(sessions).toEqual([]);
});

test('and go on going every hour while it runs', async () => {
  await site.visitor('bob');
  site.clock.advance(3 * day + hour);
  await site.app.services.jobs.runDue();
  expect(await oldEvents()).toBe(0);
});

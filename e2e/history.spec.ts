import { expect, expectAccessible, isPhone, type Page, test } from './fixtures.ts';
import { logIn, say, sayMany } from './people.ts';
import { composer, linesIn, log, messageWith } from './screen.ts';

/** Turns the wheel over the log, a bit at a time as a hand does, until it is far enough. */
async function scrollUpUntil(page: Page, enough: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400 && !(await enough()); turn++) {
    await log(page).evaluate((list) => list.scrollBy(0, -600));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

test('one scrolls back through everything that was ever said, line by line', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 320);
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, /Line 320\b/)).toBeInViewport();
  const seen = new Set<number>();
  await scrollUpUntil(page, async () => {
    for (const line of await linesIn(page)) seen.add(line);
    return log(page).getByText('This is the beginning of').isVisible();
  });
  expect([...seen].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 320 }, (_, i) => i + 1));
  await expectAccessible(page);
});

test('the line one reads stays where it is while older ones come in above', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 200);
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, /Line 200\b/)).toBeInViewport();
  const jumps = await page.evaluate(async () => {
    const list = document.querySelector('[role=log]');
    if (!list) throw new Error('there is a log');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const top = (row: Element) => row.getBoundingClientRect().top;
    const found: string[] = [];
    for (let turn = 0; turn < 120; turn++) {
      const rows = [...list.querySelectorAll('article[data-row]')];
      const middle = rows.find((row) => top(row) > list.getBoundingClientRect().top + 100);
      const before = middle ? top(middle) : 0;
      const by = Math.min(80, list.scrollTop);
      list.scrollBy(0, -by);
      await frame();
      await frame();
      const moved = middle?.isConnected ? top(middle) - before : 0;
      if (moved < -2 || moved > by + 2) found.push(`${middle?.textContent} moved by ${moved} for ${by}`);
    }
    return found;
  });
  expect(jumps).toEqual([]);
});

test('new messages scroll in at the bottom; above it they wait, with a way back', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 60);
  const { page } = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(page, /Line 60\b/)).toBeInViewport();
  await say(ann, lobby, 'Line 61');
  await expect(messageWith(page, /Line 61\b/)).toBeInViewport();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
  await log(page).evaluate((list) => list.scrollBy(0, -900));
  const back = page.getByRole('button', { name: /Jump to latest/ });
  await expect(back).toBeVisible();
  const reading = await log(page).evaluate((list) => list.scrollTop);
  await say(ann, lobby, 'Line 62');
  await say(ann, lobby, 'Line 63');
  await expect(page.getByRole('button', { name: 'Jump to latest · 2 new messages' })).toBeVisible();
  expect(await log(page).evaluate((list) => list.scrollTop)).toBe(reading);
  await expectAccessible(page);
  await back.click();
  await expect(messageWith(page, /Line 63\b/)).toBeInViewport();
  await expect(back).toHaveCount(0);
});

test('with many unread one starts at the newest and can jump to the first unread', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 1);
  await bob.api.reads.mark.mutate({ roomId: lobby, rev: 1_000_000 });
  await sayMany([ann], lobby, 150, (n) => `Line ${n + 1}`);
  const { page } = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(page, /Line 151\b/)).toBeInViewport();
  await page.getByRole('button', { name: 'Jump to first unread' }).click();
  await expect(messageWith(page, /Line 2\b/)).toBeInViewport();
  await expect(log(page).getByRole('separator', { name: 'New messages' })).toBeInViewport();
});

test('a composer that grows hides nothing of the newest message', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 40);
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, /Line 40\b/)).toBeInViewport();
  await composer(page).fill('one\ntwo\nthree\nfour\nfive');
  await expect(messageWith(page, /Line 40\b/)).toBeInViewport({ ratio: 1 });
});

test('a room of thousands of messages opens at once and keeps few of them on the page', async ({ chat }, info) => {
  await chat.server.stop();
  await chat.server.seed(20_000, 12);
  await chat.server.start();
  const demo = await logIn(chat.server.url, 'demo');
  const { workspace } = await demo.api.workspace.get.query();
  await demo.api.reads.mark.mutate({ roomId: workspace.lobbyRoomId, rev: 1_000_000_000 });
  const started = Date.now();
  const { page } = await chat.open(demo, { path: `/r/${workspace.lobbyRoomId}` });
  await expect(log(page).getByRole('article').last()).toBeInViewport();
  info.annotations.push({ type: 'ms to the newest messages', description: String(Date.now() - started) });
  for (let turn = 0; turn < 60; turn++) {
    await log(page).evaluate((list) => list.scrollBy(0, -1_500));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
  expect(await log(page).getByRole('article').count()).toBeLessThan(120);
  expect(await page.locator('*').count()).toBeLessThan(6_000);
  if (!isPhone(page)) await expectAccessible(page);
});

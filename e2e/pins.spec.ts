import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say } from './people.ts';
import { choose, messageWith } from './screen.ts';

const openPins = async (page: Parameters<typeof messageWith>[0]) => {
  await page.getByRole('button', { name: 'Room menu' }).click();
  await page.getByRole('menuitem', { name: 'Pinned messages' }).click();
  return page.getByRole('dialog', { name: 'Pinned messages' });
};

test('a message is pinned from its menu, listed for everybody, and unpinned from the list', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Lunch at noon');
  const [anns, bobs] = [await chat.open(ann, { path: `/r/${lobby}` }), await chat.open(bob, { path: `/r/${lobby}` })];
  await choose(anns.page, messageWith(anns.page, 'Lunch at noon'), 'Pin message');
  await expect(bobs.page.getByText('Ann Lee pinned a message.')).toBeVisible();
  const mark = messageWith(bobs.page, 'Lunch at noon').getByText('Pinned', { exact: true });
  await expect(mark).toBeAttached();
  const list = await openPins(bobs.page);
  await expect(list.getByText('Lunch at noon')).toBeVisible();
  await expectAccessible(bobs.page);
  await list.getByRole('button', { name: 'Unpin message' }).click();
  await expect(list.getByText('Nothing is pinned yet')).toBeVisible();
  await expect(mark).toHaveCount(0);
  await choose(anns.page, messageWith(anns.page, 'Lunch at noon'), 'Pin message');
  await expect(list.getByText('Lunch at noon')).toBeVisible();
});

test('P pins the message in focus, U unpins it', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Lunch at noon');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  test.skip(isPhone(page), 'a phone has no such keys');
  const row = messageWith(page, 'Lunch at noon');
  await expect(row).toBeVisible();
  // The actions come when the page is idle.
  await page.waitForLoadState('networkidle');
  await row.focus();
  await page.keyboard.press('p');
  await expect(page.getByText('Ann Lee pinned a message.')).toBeVisible();
  await row.focus();
  await page.keyboard.press('u');
  await expect.poll(async () => (await ann.api.pins.list.query({ roomId: lobby })).pins).toEqual([]);
  const list = await openPins(page);
  await expect(list.getByText('Nothing is pinned yet')).toBeVisible();
});

test('in Chinese, a message is pinned by the same key and listed in Chinese', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, '中午吃饭');
  const { page } = await chat.open(ann, { path: `/r/${lobby}`, locale: 'zh-CN' });
  test.skip(isPhone(page), 'a phone has no such keys');
  const row = messageWith(page, '中午吃饭');
  await expect(row).toBeVisible();
  await page.waitForLoadState('networkidle');
  await row.focus();
  await page.keyboard.press('p');
  await expect(page.getByText('Ann Lee置顶了一条消息。')).toBeVisible();
  await expect(row.getByText('已置顶')).toBeAttached();
});

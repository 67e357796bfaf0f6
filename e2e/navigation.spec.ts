import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say } from './people.ts';
import { composer, log, messageWith, openRoom, sidebar, toRooms } from './screen.ts';

test('the switcher finds rooms and people, the unread marked, and Enter goes there', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  await say(bob, room.id, 'News');
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await expect(composer(page)).toBeVisible();
  if (isPhone(page)) {
    await toRooms(page);
    await page.getByRole('button', { name: 'Jump to…' }).tap();
  } else await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Jump to a room or a person' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option', { name: /garden/ })).toContainText('1 unread message');
  await expectAccessible(page);
  await field.fill('bob');
  await expect(page.getByRole('option', { name: /Bob Stone/ })).toBeVisible();
  await field.fill('zzz');
  await expect(page.getByText('Nothing matches “zzz”')).toBeVisible();
  await expectAccessible(page);
  await field.fill('gard');
  await field.press('Enter');
  await expect(page.getByRole('heading', { name: 'garden', exact: true })).toBeVisible();
  await expect(messageWith(page, 'News')).toBeVisible();
});

test('a question mark lists the keys, which move between rooms', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  for (const name of ['alpha', 'beta', 'gamma'])
    await ann.api.rooms.create.mutate({ kind: 'public', name, userIds: [bob.id] });
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  test.skip(isPhone(page), 'a phone has no such keys');
  await expect(composer(page)).toBeVisible();
  await page.getByRole('heading', { level: 1, name: 'general' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const order = await sidebar(page)
    .getByRole('link', { name: /general|alpha|beta|gamma/ })
    .allInnerTexts();
  const start = order.indexOf('general');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { name: order[(start + 1) % 4] ?? '', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('heading', { name: 'general', exact: true })).toBeVisible();
  const { rooms } = await bob.api.rooms.list.query();
  await say(bob, rooms.find(({ name }) => name === 'beta')?.id ?? '', 'Unread');
  await expect(sidebar(page).getByRole('link', { name: /beta/ })).toContainText('1 unread message');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(page.getByRole('heading', { name: 'beta', exact: true })).toBeVisible();
});

test('back and forward go through the rooms, and the title says where one is', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden' });
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(page).toHaveTitle('#general · Parley');
  await openRoom(page, 'garden');
  await expect(page).toHaveTitle('#garden · Parley');
  await expect(page).toHaveURL(new RegExp(`/r/${room.id}$`));
  await page.goBack();
  if (isPhone(page)) await page.goBack();
  await expect(page).toHaveTitle('#general · Parley');
  await page.goForward();
  if (isPhone(page)) await page.goForward();
  await expect(page).toHaveTitle('#garden · Parley');
});

test('an address that leads nowhere says so, and leads back', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: '/nowhere/at/all' });
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Back to the rooms').click();
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: 'general' })).toBeVisible();
});

test('on a phone there is one column, and everything to press is large enough for a thumb', async ({ chat }) => {
  const ann = await chat.owner();
  await say(ann, await chat.lobby(), 'Hello');
  const { page } = await chat.open(ann);
  test.skip(!isPhone(page), 'a desktop shows all columns');
  await expect(sidebar(page)).toBeVisible();
  await expect(composer(page)).toBeHidden();
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('a[href], button')]
        .filter((target) => target.checkVisibility() && !target.closest('[aria-hidden=true], p, [role=log]'))
        .map((target) => ({
          box: target.getBoundingClientRect(),
          name: target.getAttribute('aria-label') ?? target.textContent,
          hit: getComputedStyle(target, '::after'),
        }))
        .filter(
          ({ box, hit }) =>
            box.width > 1 && box.bottom > 0 && Math.max(box.height, Number.parseFloat(hit.height) || 0) < 44,
        )
        .map(({ name, box }) => `${name}: ${box.width}×${box.height}`),
    );
  expect(await small()).toEqual([]);
  await openRoom(page, 'general');
  await expect(sidebar(page)).toBeHidden();
  await expect(composer(page)).toBeVisible();
  expect(await small()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('the keyboard alone reaches the messages and what can be done with them', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  for (const n of [1, 2, 3]) await say(ann, lobby, `Line ${n}`);
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  test.skip(isPhone(page), 'a phone has no such keys');
  await expect(messageWith(page, 'Line 3')).toBeVisible();
  await composer(page).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(log(page).getByRole('article').filter({ hasText: 'Line 3' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(messageWith(page, 'Line 2')).toBeFocused();
  await page.keyboard.press('e');
  const box = page.getByRole('group', { name: 'Editing your message' }).getByRole('textbox');
  await expect(box).toHaveValue('Line 2');
  await box.press('Escape');
  await expect(messageWith(page, 'Line 2')).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByText('Replying to Ann Lee')).toBeVisible();
  await expect(composer(page)).toBeFocused();
});

test('a new message is announced to those who do not see it', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'Bob Stone joined.')).toBeVisible();
  await say(bob, lobby, 'Can you hear me?');
  await expect(
    page.locator('[aria-live=polite], [role=status]').filter({ hasText: 'Bob Stone: Can you hear me?' }),
  ).toBeAttached();
});

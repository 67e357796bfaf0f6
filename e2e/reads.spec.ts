import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say, sayMany } from './people.ts';
import { choose, composer, log, messageWith, openRoom, send, sidebar, toRooms } from './screen.ts';

test('unread messages are counted on their room, divided in the log, and read on view', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  await sayMany([ann], lobby, 1);
  await bob.api.reads.mark.mutate({ roomId: lobby, rev: 1_000_000 });
  const { page } = await chat.open(bob, { path: isPhone((await chat.open(null)).page) ? '/' : `/r/${room.id}` });
  await toRooms(page);
  await say(ann, lobby, 'Line 2');
  await say(ann, lobby, 'Line 3');
  await expect(sidebar(page).getByRole('link', { name: /general/ })).toContainText('2 unread messages');
  await expectAccessible(page);
  await openRoom(page, 'general');
  await expect(messageWith(page, 'Line 3')).toBeInViewport();
  const divider = log(page).getByRole('separator', { name: 'New messages' });
  await expect(divider).toBeVisible();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
  await expect(divider).toBeVisible();
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: /general/ })).not.toContainText('unread');
});

test('what is read on one device is read on the other', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const room = await bob.api.rooms.create.mutate({ kind: 'private', name: 'desk' });
  const laptop = await chat.open(bob, { path: `/r/${room.id}` });
  await toRooms(laptop.page);
  await say(ann, lobby, 'News');
  await expect(sidebar(laptop.page).getByRole('link', { name: /general/ })).toContainText('1 unread message');
  const other = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(other.page, 'News')).toBeVisible();
  await expect(sidebar(laptop.page).getByRole('link', { name: /general/ })).not.toContainText('unread');
});

test('one’s own messages never count', async ({ chat }) => {
  const ann = await chat.owner();
  await chat.join('bob');
  const lobby = await chat.lobby();
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await send(page, 'To myself');
  await expect(messageWith(page, 'To myself')).toBeVisible();
  expect((await ann.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
});

test('a message marked unread stays unread while one is there, with all that follow', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 4);
  const { page } = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'Line 4')).toBeVisible();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
  await choose(page, messageWith(page, 'Line 3'), 'Mark unread from here');
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(2);
  await expect(log(page).getByRole('separator', { name: 'New messages' })).toBeVisible();
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: /general/ })).toContainText('2 unread messages');
});

test('who has seen a message can be asked', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Please read');
  const anns = await chat.open(ann, { path: `/r/${lobby}` });
  const { page } = anns;
  await choose(page, messageWith(page, 'Please read'), 'Seen by');
  const dialog = page.getByRole('dialog').filter({ hasText: 'seen this yet' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const bobs = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(bobs.page, 'Please read')).toBeVisible();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
  await choose(page, messageWith(page, 'Please read'), 'Seen by');
  await expect(page.getByRole('dialog').getByText('Bob Stone')).toBeVisible();
});

test('a tab in the background does not mark anything as read', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const tab = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(composer(tab.page)).toBeVisible();
  await tab.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.hasFocus = () => false;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('blur'));
  });
  await say(ann, lobby, 'While you were away');
  await expect(messageWith(tab.page, 'While you were away')).toBeAttached();
  await tab.page.waitForTimeout(1_500);
  expect((await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(1);
});

test('a mark that does not arrive the first time is sent again, and the badge goes', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const room = await bob.api.rooms.create.mutate({ kind: 'private', name: 'desk' });
  // Over HTTP a single call can be lost.
  const tab = await chat.open(bob, { path: `/r/${room.id}`, trouble: 'no-websocket' });
  const { page } = tab;
  let refused = 0;
  await page.route(/reads\.mark/, async (route) => {
    refused += 1;
    if (refused <= 2) await route.abort();
    else await route.fallback();
  });
  await say(ann, lobby, 'Read me once');
  await toRooms(page);
  await openRoom(page, 'general');
  await expect(messageWith(page, 'Read me once')).toBeInViewport();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).unreadCount).toBe(0);
  expect(refused).toBe(3);
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: /general/ })).not.toContainText('unread');
});

test('a mention that an edit adds to what was read calls, until the room is seen again', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const room = await bob.api.rooms.create.mutate({ kind: 'private', name: 'desk' });
  const message = await say(ann, lobby, 'Who can help?');
  await say(ann, lobby, 'Anybody?');
  await bob.api.reads.mark.mutate({ roomId: lobby, rev: 1_000_000 });
  const { page } = await chat.open(bob, { path: `/r/${room.id}` });
  await toRooms(page);
  const general = sidebar(page).getByRole('link', { name: /general/ });
  await expect(general).not.toContainText('mention');
  const mentions = [{ kind: 'user' as const, userId: bob.id, start: 4, end: 8 }];
  await ann.api.messages.edit.mutate({ messageId: message.id, text: 'Can @bob help?', mentions });
  await expect(general).toContainText('1 mention');
  await openRoom(page, 'general');
  await expect(messageWith(page, 'Can @bob help?')).toBeInViewport();
  await expect.poll(async () => (await bob.api.rooms.get.query({ roomId: lobby })).mentionCount).toBe(0);
  await toRooms(page);
  await expect(general).not.toContainText('mention');
});

test('an open list of who has seen a message follows those who see it', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Please read');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await choose(page, messageWith(page, 'Please read'), 'Seen by');
  await expect(page.getByRole('dialog').filter({ hasText: 'seen this yet' })).toBeVisible();
  await bob.api.reads.mark.mutate({ roomId: lobby, rev: 1_000_000 });
  await expect(page.getByRole('dialog').getByText('Bob Stone')).toBeVisible();
});

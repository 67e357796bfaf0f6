import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say } from './people.ts';
import { composer, linesIn, log, messageWith, openRoom, send, sidebar, toRooms, settled } from './screen.ts';

const texts = (messages: { text: string }[]) => messages.map(({ text }) => text).filter(Boolean);
const refused = /the server responded with a status of 4/;

test('off line one goes on writing; everything goes out in order when the line is back', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  const tab = await chat.open(ann, { path: `/r/${lobby}` });
  const bobs = await chat.open(bob, { path: `/r/${lobby}` });
  const { page } = tab;
  await settled(page);
  await tab.network('down');
  for (const n of [1, 2, 3]) await send(page, `Line ${n}`);
  await expect(messageWith(page, 'Line 3')).toContainText('Waiting for the connection');
  expect(await linesIn(page)).toEqual([1, 2, 3]);
  await expectAccessible(page);
  await openRoom(page, 'garden');
  await send(page, 'From another room');
  await tab.network('none');
  await expect(messageWith(bobs.page, 'Line 3')).toBeVisible();
  expect(await linesIn(bobs.page)).toEqual([1, 2, 3]);
  await expect
    .poll(async () => texts((await bob.api.messages.history.query({ roomId: room.id })).messages))
    .toEqual(['From another room']);
  await expect(page.getByText('Waiting for the connection')).toHaveCount(0);
});

test('the banner of a lost connection comes only after some seconds, and goes with it', async ({ chat }) => {
  const ann = await chat.owner();
  const tab = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  const { page } = tab;
  await settled(page);
  const banner = page.getByText(/You are offline\.|Connecting again…/);
  await tab.network('down');
  await page.waitForTimeout(2_000);
  await expect(banner).toHaveCount(0);
  await expect(banner).toBeVisible();
  await expect(composer(page)).toBeEditable();
  await expectAccessible(page);
  await tab.network('none');
  await expect(banner).toHaveCount(0);
});

test('what waits survives that the page is closed, and is sent by the next visit', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  const tab = await chat.open(ann, { path: `/r/${lobby}` });
  await settled(tab.page);
  await tab.network('down');
  for (const n of [1, 2, 3]) await send(tab.page, `Line ${n}`);
  await expect(messageWith(tab.page, 'Line 3')).toContainText('Waiting for the connection');
  await tab.page.close();
  tab.line.set('none');
  const context = tab.page.context();
  await context.setOffline(false);
  const again = await chat.another(tab, `/r/${lobby}`);
  await expect
    .poll(async () => texts((await ann.api.messages.history.query({ roomId: lobby })).messages))
    .toEqual(['Line 1', 'Line 2', 'Line 3']);
  await expect(messageWith(again.page, 'Line 3')).toBeVisible();
  expect(await linesIn(again.page)).toEqual([1, 2, 3]);
});

test('an answer that is lost makes one message, not two', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  const tab = await chat.open(ann, { path: `/r/${lobby}` });
  const { page } = tab;
  await settled(page);
  await tab.network('no-answers');
  await send(page, 'Line 1');
  const stored = async () => texts((await ann.api.messages.history.query({ roomId: lobby })).messages);
  await expect.poll(stored).toEqual(['Line 1']);
  await tab.network('none');
  await send(page, 'Line 2');
  await expect.poll(stored).toEqual(['Line 1', 'Line 2']);
  await expect(page.getByText('Waiting for the connection')).toHaveCount(0);
  expect(await linesIn(page)).toEqual([1, 2]);
});

test('a message that is refused says why, and can be sent again or thrown away', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  const tab = await chat.open(bob, { path: `/r/${room.id}` });
  const { page } = tab;
  tab.tolerate(refused);
  await settled(page);
  await tab.network('down');
  for (const n of [1, 2]) await send(page, `Line ${n}`);
  await expect(messageWith(page, 'Line 2')).toContainText('Waiting for the connection');
  await ann.api.rooms.archive.mutate({ roomId: room.id });
  await tab.network('none');
  await expect(messageWith(page, 'Line 2').getByRole('alert')).toContainText('This room is archived.');
  await expect(page.getByText('2 messages were not sent.')).toBeVisible();
  await expectAccessible(page);
  await messageWith(page, 'Line 1').getByRole('button', { name: 'Discard' }).click();
  await ann.api.rooms.unarchive.mutate({ roomId: room.id });
  await page.getByRole('button', { name: 'Retry all' }).click();
  await expect
    .poll(async () => texts((await ann.api.messages.history.query({ roomId: room.id })).messages))
    .toEqual(['Line 2']);
  await expect(page.getByText('Not sent.')).toHaveCount(0);
});

test('a draft is kept for each room, through switching and reloading', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden' });
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await composer(page).fill('Half a thought');
  await openRoom(page, 'garden');
  await expect(composer(page)).toHaveValue('');
  await composer(page).fill('Seeds');
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: /general/ })).toContainText('Draft');
  await openRoom(page, 'general');
  await expect(composer(page)).toHaveValue('Half a thought');
  await page.reload();
  await expect(composer(page)).toHaveValue('Half a thought');
  await send(page, 'A whole thought');
  await page.reload();
  await expect(messageWith(page, 'A whole thought')).toBeVisible();
  await expect(composer(page)).toHaveValue('');
});

test('what was sent while somebody was away is there when they come back', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  for (const n of [1, 2, 3]) await say(ann, lobby, `Line ${n}`);
  const { page } = await chat.open(bob);
  await toRooms(page);
  if (isPhone(page)) await openRoom(page, 'general');
  await expect(messageWith(page, 'Line 3')).toBeVisible();
  expect(await linesIn(page)).toEqual([1, 2, 3]);
  await expect(log(page).getByRole('separator', { name: 'New messages' })).toBeVisible();
});

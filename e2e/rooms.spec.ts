import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say } from './people.ts';
import { composer, log, messageWith, openRoom, send, sidebar, toRooms } from './screen.ts';

test('a room is created, found in the directory, joined, and all who are there hear of it', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const { page } = await chat.open(ann);
  await toRooms(page);
  await page.getByRole('button', { name: 'Add a room' }).click();
  await page.getByRole('menuitem', { name: 'Create a room' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a room' });
  await dialog.getByLabel('Room name').fill('garden');
  await dialog.getByLabel('Topic').fill('Seeds and spades');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('heading', { name: 'garden', exact: true })).toBeVisible();
  await expect(page.getByText('Seeds and spades').first()).toBeVisible();
  await expectAccessible(page);

  const bobs = await chat.open(bob, { path: '/browse' });
  await expect(bobs.page.getByText('garden').first()).toBeVisible();
  await expectAccessible(bobs.page);
  await bobs.page.getByRole('button', { name: /^Join/ }).first().click();
  await expect(messageWith(page, 'Bob Stone joined.')).toBeVisible();
  await openRoom(bobs.page, 'garden');
  await send(bobs.page, 'Hello, gardeners');
  await expect(messageWith(page, 'Hello, gardeners')).toBeVisible();
});

test('a private room is nowhere to be found for others, until they are added', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'private', name: 'surprise' });
  await say(ann, room.id, 'Do not tell Bob');
  const tab = await chat.open(bob, { path: `/r/${room.id}` });
  const { page } = tab;
  tab.tolerate(/status of 404 .*rooms\.get/);
  await expect(page.getByText(/does not exist|nothing here|not in it/i).first()).toBeVisible();
  await expect(page.getByText('Do not tell Bob')).toHaveCount(0);
  await expectAccessible(page);
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: 'general' })).toBeVisible();
  await expect(sidebar(page).getByRole('link', { name: 'surprise' })).toHaveCount(0);

  const anns = await chat.open(ann, { path: `/r/${room.id}` });
  await anns.page.getByRole('button', { name: 'Room menu' }).click();
  await anns.page.getByRole('menuitem', { name: 'Add people' }).click();
  await anns.page.getByRole('combobox', { name: 'Find people by name' }).fill('bob');
  await anns.page.getByRole('option', { name: /Bob Stone/ }).click();
  await expectAccessible(anns.page);
  await anns.page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(sidebar(page).getByRole('link', { name: 'surprise' })).toBeVisible();
  await openRoom(page, 'surprise');
  await expect(messageWith(page, 'Do not tell Bob')).toBeVisible();
});

test('a new name and topic show at once for everyone, and the room tells of them', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  const [anns, bobs] = [
    await chat.open(ann, { path: `/r/${room.id}` }),
    await chat.open(bob, { path: `/r/${room.id}` }),
  ];
  await anns.page.getByRole('button', { name: 'Room menu' }).click();
  await anns.page.getByRole('menuitem', { name: 'Rename' }).click();
  await anns.page.getByRole('dialog').getByLabel('Room name').fill('orchard-works');
  await anns.page
    .getByRole('dialog')
    .getByRole('button', { name: /Rename|Save/ })
    .click();
  await expect(bobs.page.getByRole('heading', { name: 'orchard-works', exact: true })).toBeVisible();
  await expect(messageWith(bobs.page, 'Ann Lee renamed the room from “garden” to “orchard-works”.')).toBeVisible();
  await expect(bobs.page).toHaveTitle(/orchard-works · Parley$/);
  await anns.page.getByRole('button', { name: 'Room menu' }).click();
  await anns.page.getByRole('menuitem', { name: 'Edit topic' }).click();
  await anns.page.getByRole('dialog').getByLabel('Topic').fill('Apples');
  await expectAccessible(anns.page);
  await anns.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(messageWith(bobs.page, 'Ann Lee set the topic: Apples')).toBeVisible();
});

test('an archived room can be read but not written to, until it is unarchived', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob');
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  await say(ann, room.id, 'The last word');
  const { page } = await chat.open(bob, { path: `/r/${room.id}` });
  await expect(composer(page)).toBeVisible();
  const anns = await chat.open(ann, { path: `/r/${room.id}` });
  await anns.page.getByRole('button', { name: 'Room menu' }).click();
  await anns.page.getByRole('menuitem', { name: 'Archive room' }).click();
  await expectAccessible(anns.page);
  await anns.page.getByRole('dialog').getByRole('button', { name: 'Archive room' }).click();
  await expect(composer(page)).toHaveCount(0);
  await expect(page.getByText('This room is archived.').first()).toBeVisible();
  await expect(messageWith(page, 'The last word')).toBeVisible();
  await expectAccessible(page);
  await ann.api.rooms.unarchive.mutate({ roomId: room.id });
  await expect(composer(page)).toBeVisible();
});

test('a click on a person leads to their card, and to the one conversation with them', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const lobby = await chat.lobby();
  await say(bob, lobby, 'Anybody here?');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await messageWith(page, 'Anybody here?').getByRole('button', { name: 'Bob Stone' }).click();
  const card = page.getByRole('dialog', { name: 'Profile of Bob Stone' });
  await expect(card).toBeVisible();
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Message', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Bob Stone', level: 1 })).toBeVisible();
  await send(page, 'Yes, I am');
  const direct = page.url();
  const bobs = await chat.open(bob);
  await openRoom(bobs.page, 'Ann Lee');
  await expect(messageWith(bobs.page, 'Yes, I am')).toBeVisible();
  expect(new URL(bobs.page.url()).pathname).toBe(new URL(direct).pathname);
  await expect(page).toHaveTitle(/Bob Stone · Parley$/);
});

test('three people start a conversation from the list', async ({ chat }) => {
  const ann = await chat.owner();
  const [bob, cyn] = [await chat.join('bob', 'Bob Stone'), await chat.join('cyn', 'Cyn Park')];
  const { page } = await chat.open(ann);
  await toRooms(page);
  await page.getByRole('button', { name: 'New message' }).click();
  const find = page.getByRole('combobox', { name: 'Find people by name' });
  for (const name of ['Bob Stone', 'Cyn Park']) {
    await find.fill(name.slice(0, 3));
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start conversation' }).click();
  // The room that was open before has a composer, too.
  await expect(page.getByRole('heading', { name: /Cyn Park/, level: 1 })).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await send(page, 'The three of us');
  for (const person of [bob, cyn]) {
    const unread = async () => {
      const { rooms } = await person.api.rooms.list.query();
      return rooms.filter(({ kind }) => kind === 'direct').map(({ unreadCount }) => unreadCount);
    };
    await expect.poll(unread).toEqual([1]);
  }
});

test('somebody who leaves hears nothing more, and the room says that they left', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden', userIds: [bob.id] });
  const anns = await chat.open(ann, { path: `/r/${room.id}` });
  const tab = await chat.open(bob, { path: `/r/${room.id}` });
  const { page } = tab;
  // The page asks whether the room may be entered again.
  tab.tolerate(/status of 403 .*rooms\.get/);
  await page.getByRole('button', { name: 'Room menu' }).click();
  await page.getByRole('menuitem', { name: 'Leave room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave room' }).click();
  await expect(messageWith(anns.page, 'Bob Stone left.')).toBeVisible();
  await send(anns.page, 'He is gone');
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: 'general' })).toBeVisible();
  await expect(sidebar(page).getByRole('link', { name: 'garden' })).toHaveCount(0);
  await expect(page.getByText('He is gone')).toHaveCount(0);
});

test('the members of a room are listed with who is here now', async ({ chat }) => {
  const ann = await chat.owner();
  await chat.join('bob', 'Bob Stone');
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await page.getByRole('button', { name: 'Members: 2 members' }).click();
  await expect(page.getByRole('heading', { name: /^Online 1$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Offline 1$/ })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: isPhone(page) ? 'Back' : 'Close panel' })
    .last()
    .click();
  await expect(log(page)).toBeVisible();
});

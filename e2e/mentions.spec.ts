import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { register, say } from './people.ts';
import { composer, messageWith, openRoom, send, sidebar, toRooms } from './screen.ts';

test('@ offers the people of the room, the keyboard chooses, and the mention reaches them in another room', async ({
  chat,
}) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  await chat.join('bea', 'Bea Moss');
  const lobby = await chat.lobby();
  const other = await bob.api.rooms.create.mutate({ kind: 'public', name: 'workshop' });
  const bobs = await chat.open(bob, { path: isPhone((await chat.open(ann)).page) ? '/' : `/r/${other.id}` });
  const anns = await chat.open(ann, { path: `/r/${lobby}` });
  const { page } = anns;
  await composer(page).pressSequentially('Hi @b');
  const menu = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(menu.getByRole('option')).toHaveCount(2);
  await expectAccessible(page);
  await menu.getByRole('option', { name: /Bob Stone/ }).waitFor();
  while ((await menu.getByRole('option', { selected: true }).innerText()).includes('Bea'))
    await composer(page).press('ArrowDown');
  await composer(page).press('Enter');
  await expect(composer(page)).toHaveValue('Hi @bob ');
  await composer(page).pressSequentially('how are you?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(messageWith(page, 'how are you?').getByRole('button', { name: '@bob' })).toBeVisible();
  await expect(sidebar(bobs.page).getByRole('link', { name: /general/ })).toContainText('1 mention');
  await expect(sidebar(bobs.page).getByRole('link', { name: /^Mentions/ })).toContainText('1 mention');
  await expect(bobs.page).toHaveTitle(/^\(1\)/);
  const { messages } = await bob.api.mentions.list.query();
  expect(messages[0]?.mentions).toEqual([{ kind: 'user', userId: bob.id, start: 3, end: 7 }]);
});

test('Escape closes the suggestions and keeps the text; a chosen name is whole', async ({ chat }) => {
  const ann = await chat.owner();
  await chat.join('bob', 'Bob Stone');
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).pressSequentially('@bo');
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
  await composer(page).press('Escape');
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toHaveCount(0);
  await expect(composer(page)).toHaveValue('@bo');
});

test('Chinese names are found by the first letters of their sound', async ({ chat }) => {
  const ann = await chat.owner();
  await chat.join('王小明', '王小明');
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).pressSequentially('@wxm');
  await expect(page.getByRole('option', { name: /王小明/ })).toBeVisible();
  await composer(page).press('Tab');
  await expect(composer(page)).toHaveValue('@王小明 ');
});

test('unread mentions of all rooms are listed, lead to their messages, and go when they are read', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'private', name: 'garden', userIds: [bob.id] });
  await say(ann, room.id, 'Could @bob bring a spade?', [bob]);
  await say(ann, await chat.lobby(), 'Thanks to @bob', [bob]);
  const { page } = await chat.open(bob, { path: '/mentions' });
  await expect(page.getByText('Could @bob bring a spade?')).toBeVisible();
  await expect(page.getByText('Thanks to @bob')).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /garden/ })
    .last()
    .click();
  await expect(messageWith(page, 'Could @bob bring a spade?')).toBeInViewport();
  await expect
    .poll(async () => (await bob.api.mentions.list.query()).messages.map(({ text }) => text))
    .toEqual(['Thanks to @bob']);
  await page.goto('/mentions');
  await expect(page.getByText('Thanks to @bob')).toBeVisible();
  await expect(page.getByText('Could @bob bring a spade?')).toHaveCount(0);
  await bob.api.reads.mark.mutate({ roomId: await chat.lobby(), rev: 1_000_000 });
  await expect(page.getByText('You are all caught up')).toBeVisible();
  await expectAccessible(page);
});

test('mentioning somebody who is not in the room offers to add them', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const room = await ann.api.rooms.create.mutate({ kind: 'private', name: 'garden' });
  const { page } = await chat.open(ann, { path: `/r/${room.id}` });
  await composer(page).pressSequentially('Ask @bob');
  await page.getByRole('option', { name: /Bob Stone/ }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Bob Stone is not in this room' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Add Bob Stone' }).click();
  await expect(messageWith(page, 'Ann Lee added Bob Stone.')).toBeVisible();
  await expect(messageWith(page, 'Ask @bob')).toBeVisible();
  expect((await bob.api.mentions.list.query()).messages).toHaveLength(1);
});

test('@room reaches everyone but its author', async ({ chat }) => {
  const ann = await chat.owner();
  const [bob, cyn] = [await chat.join('bob'), await chat.join('cyn')];
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).pressSequentially('@room');
  await page
    .getByRole('option', { name: /everyone in this room/ })
    .first()
    .click();
  await composer(page).pressSequentially('the bell rings');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(messageWith(page, 'the bell rings')).toBeVisible();
  for (const person of [bob, cyn]) expect((await person.api.mentions.list.query()).messages).toHaveLength(1);
  expect((await ann.api.mentions.list.query()).messages).toHaveLength(0);
});

test('a name that was only typed calls nobody, unless it is somebody’s', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob');
  const bobs = await chat.open(bob);
  await toRooms(bobs.page);
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await send(page, 'Write to nobody@example.org');
  await expect(messageWith(page, 'nobody@example.org')).toBeVisible();
  await openRoom(bobs.page, 'general');
  await expect(messageWith(bobs.page, 'nobody@example.org')).toBeVisible();
  expect((await bob.api.mentions.list.query()).messages).toHaveLength(0);
});

test('a large room is notified only after a question', async ({ chat }) => {
  const ann = await chat.owner();
  const code = await chat.invite();
  const crowd = await Promise.all(
    Array.from({ length: 30 }, (_, n) => register(chat.server.url, { name: `guest${n}`, inviteCode: code })),
  );
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).pressSequentially('@room');
  await page
    .getByRole('option', { name: /everyone in this room/ })
    .first()
    .click();
  await composer(page).pressSequentially('fire drill');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const question = page.getByRole('dialog', { name: /^Notify \d+ people\?$/ });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(composer(page)).toHaveValue('@room fire drill');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await question.getByRole('button', { name: 'Send and notify' }).click();
  await expect(messageWith(page, 'fire drill')).toBeVisible();
  const [guest] = crowd;
  await expect.poll(async () => (await guest?.api.mentions.list.query())?.messages.length).toBe(1);
});

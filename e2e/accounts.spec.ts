import { expect, expectAccessible, isPhone, type Page, test } from './fixtures.ts';
import { password } from './people.ts';
import { composer, log, messageWith, openRoom, sidebar, toRooms } from './screen.ts';

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(new RegExp(`^${label}( · optional)?$`)).fill(value);
}

const refused = /the server responded with a status of 4/;

test('the first visitor sets up the workspace and finds a room to talk in', async ({ chat }) => {
  const { page } = await chat.open(null);
  await expect(page.getByRole('heading', { name: 'Set up your workspace' })).toBeVisible();
  await expectAccessible(page);
  await fillIn(page, { 'Workspace name': 'Orchard', Name: 'ann', Password: password });
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await toRooms(page);
  await expect(page.getByRole('button', { name: 'Orchard: menu' })).toBeVisible();
  await expectAccessible(page);
  await openRoom(page, 'general');
  await expect(composer(page)).toBeVisible();
  await expect(page).toHaveTitle('#general · Parley');
  await expectAccessible(page);
});

test('somebody with an invite link joins, and those who are there see it', async ({ chat }) => {
  const ann = await chat.owner();
  const annsTab = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  const { page } = await chat.open(null, { path: `/invite/${await chat.invite()}` });
  await expect(page.getByRole('heading', { name: 'Join Orchard' })).toBeVisible();
  await expect(page.getByText('Ann Lee invited you.')).toBeVisible();
  await expectAccessible(page);
  await fillIn(page, { Name: 'bob', 'Display name': 'Bob Stone', Password: password });
  await page.getByRole('button', { name: 'Create account' }).click();
  await toRooms(page);
  await expect(sidebar(page).getByRole('link', { name: 'general' })).toBeVisible();
  await expect(messageWith(annsTab.page, 'Bob Stone joined.')).toBeVisible();
});

test('an invite that has been used up says so, and leads to the log-in', async ({ chat }) => {
  const ann = await chat.owner();
  const { code } = await ann.api.invites.create.mutate({ maxUses: 1 });
  const tab = await chat.open(null, { path: `/invite/${code}` });
  await fillIn(tab.page, { Name: 'bob', Password: password });
  await tab.page.getByRole('button', { name: 'Create account' }).click();
  await expect(tab.page.getByRole('navigation').or(composer(tab.page)).first()).toBeVisible();
  const late = await chat.open(null, { path: `/invite/${code}` });
  late.tolerate(refused);
  await expect(late.page.getByText('This invite has been used up. Ask for a new one.')).toBeVisible();
  await expectAccessible(late.page);
  await late.page.getByText('Go to log in').click();
  await expect(late.page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('a wrong password is told, what was typed stays, and the right one leads in', async ({ chat }) => {
  await chat.owner();
  const tab = await chat.open(null);
  const { page } = tab;
  tab.tolerate(refused);
  await fillIn(page, { Name: 'ann', Password: 'wrong horse battery' });
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Name or password is not right.' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('ann');
  await expectAccessible(page);
  await fillIn(page, { Password: password });
  await page.getByRole('button', { name: 'Log in' }).click();
  await toRooms(page);
  await page.getByRole('button', { name: 'Orchard: menu' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('a name that is taken and a password that is weak are told where they stand', async ({ chat }) => {
  await chat.owner();
  const tab = await chat.open(null, { path: `/invite/${await chat.invite()}` });
  const { page } = tab;
  tab.tolerate(refused);
  await fillIn(page, { Name: 'ANN', Password: password });
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('That name is taken. Choose another one.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await fillIn(page, { Name: 'bob', Password: '1234567890' });
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText(/The password is too weak/)).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('bob');
});

test('a session ended from another device is out at once, and the list tells which is this one', async ({ chat }) => {
  const ann = await chat.owner();
  const { token } = await ann.api.auth.login.mutate({ name: 'ann', password, carrier: 'bearer' });
  const first = await chat.open(ann, { path: '/settings/sessions' });
  const second = await chat.open({ ...ann, token: token ?? '' }, { path: `/r/${await chat.lobby()}` });
  second.tolerate(refused);
  await expect(composer(second.page)).toBeVisible();
  await first.page.reload();
  await expect(first.page.getByText('This device')).toHaveCount(1);
  await expectAccessible(first.page);
  await first.page.getByRole('button', { name: /^End the session on/ }).click();
  await expect(second.page.getByRole('button', { name: 'Log in' })).toBeVisible({ timeout: 8_000 });
  await expect(second.page.getByText('Your session has ended.', { exact: false })).toBeVisible();
});

test('a new name, a status and a picture show at once where others look', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const lobby = await chat.lobby();
  await bob.api.messages.send.mutate({ roomId: lobby, tempId: 'hello', text: 'Hello' });
  const annsTab = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(annsTab.page, 'Hello')).toBeVisible();
  const { page } = await chat.open(bob, { path: '/settings/profile' });
  await fillIn(page, { 'Display name': 'Robert Stone', Status: 'On the train' });
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(log(annsTab.page).getByRole('button', { name: 'Robert Stone' })).toBeVisible();
  await expectAccessible(page);
  await log(annsTab.page).getByRole('button', { name: 'Robert Stone' }).click();
  await expect(annsTab.page.getByText('On the train')).toBeVisible();
  await expectAccessible(annsTab.page);
  await annsTab.page.keyboard.press('Escape');
  await page.locator('input[type=file]').setInputFiles('docs/room.png');
  const picture = log(annsTab.page).locator('img[src^="/avatars/"]');
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(picture).toHaveCount(0);
});

test('a changed password works from then on, and the old one no longer', async ({ chat }) => {
  const ann = await chat.owner();
  const tab = await chat.open(ann, { path: '/settings/account' });
  const { page } = tab;
  tab.tolerate(refused);
  await fillIn(page, { 'Current password': 'not this one at all', 'New password': 'a brand new secret' });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('The current password is not right.')).toBeVisible();
  await fillIn(page, { 'Current password': password, 'New password': 'a brand new secret' });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText(/Your password is changed/)).toBeVisible();
  await expectAccessible(page);
  const logIn = (secret: string) => ann.api.auth.login.mutate({ name: 'ann', password: secret, carrier: 'bearer' });
  await expect(logIn(password)).rejects.toThrow('Name or password is not right.');
  expect((await logIn('a brand new secret')).me.name).toBe('ann');
});

test('an owner makes an invite link in the page, and withdraws it', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann);
  await toRooms(page);
  await page.getByRole('button', { name: 'Orchard: menu' }).click();
  await page.getByRole('menuitem', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite people' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByLabel('Your new link')).toHaveValue(/\/invite\/[\w-]{24}$/);
  await expectAccessible(page);
  await dialog
    .getByRole('button', { name: /^Withdraw the link/ })
    .first()
    .click();
  await expect(dialog.getByText('Withdrawn')).toBeVisible();
  const [invite] = await ann.api.invites.list.query();
  const guest = await chat.open(null, { path: `/invite/${invite?.code}` });
  guest.tolerate(refused);
  await expect(guest.page.getByText('This invite does not exist or was withdrawn.', { exact: false })).toBeVisible();
});

test('every screen of the settings is accessible, light and dark', async ({ chat }) => {
  const ann = await chat.owner();
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await chat.open(ann, { path: '/settings/profile', colorScheme });
    for (const section of ['Profile', 'Password', 'Sessions', 'Appearance', 'Workspace']) {
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
      await expect(page.getByRole('heading', { name: section, level: 2 })).toBeVisible();
      await expectAccessible(page);
    }
    if (isPhone(page)) await page.getByRole('button', { name: 'Back' }).first().tap();
  }
});

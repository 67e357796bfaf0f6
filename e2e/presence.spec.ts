import { expect, expectAccessible, test, type Page } from './fixtures.ts';
import { say } from './people.ts';
import { log, messageWith } from './screen.ts';

async function openCard(page: Page, name: string): Promise<void> {
  await log(page).getByRole('button', { name }).first().click();
  await page.getByRole('dialog', { name: `Profile of ${name}` }).waitFor();
}

test('somebody comes, goes and comes again, and the others see it', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  await say(bob, lobby, 'Good morning');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'Good morning')).toBeVisible();
  await openCard(page, 'Bob Stone');
  const card = page.getByRole('dialog', { name: 'Profile of Bob Stone' });
  await expect(card.getByText('Offline')).toBeVisible();
  const bobs = await chat.open(bob);
  await expect(card.getByText('Online')).toBeVisible();
  await expectAccessible(page);
  await bobs.page.close();
  await expect(card.getByText(/^Last seen/)).toBeVisible();
});

test('two tabs of one person count as one: only with the last one they are gone', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  const first = await chat.open(bob);
  const second = await chat.another(first);
  await page.getByRole('button', { name: 'Members: 2 members' }).click();
  await expect(page.getByRole('heading', { name: 'Online 2' })).toBeVisible();
  await first.page.close();
  // Longer than the grace after which somebody counts as gone.
  await page.waitForTimeout(5_000);
  await expect(page.getByRole('heading', { name: 'Online 2' })).toBeVisible();
  await second.page.close();
  await expect(page.getByRole('heading', { name: 'Offline 1' })).toBeVisible();
});

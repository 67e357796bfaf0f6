import { expect, isPhone, test } from './fixtures.ts';
import { composer, messageWith, send } from './screen.ts';

const writing = 'Bob Stone is writing…';

test('who is writing shows for the others, and ends when the message is there', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await composer(bobs.page).pressSequentially('I am thin');
  await expect(anns.page.getByText(writing)).toBeVisible();
  await expect(bobs.page.getByText(writing)).toHaveCount(0);
  await send(bobs.page, 'I was thinking');
  await expect(messageWith(anns.page, 'I was thinking')).toBeVisible();
  await expect(anns.page.getByText(writing)).toHaveCount(0, { timeout: 4_000 });
});

test('it ends by itself after some seconds without a key', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await composer(bobs.page).pressSequentially('Hm');
  await expect(anns.page.getByText(writing)).toBeVisible();
  await expect(anns.page.getByText(writing)).toHaveCount(0);
});

test('it ends when the writer deletes everything, and when the writer leaves', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await composer(bobs.page).pressSequentially('No');
  await expect(anns.page.getByText(writing)).toBeVisible();
  await composer(bobs.page).fill('');
  await expect(anns.page.getByText(writing)).toHaveCount(0, { timeout: 4_000 });
  await composer(bobs.page).pressSequentially('Yes');
  await expect(anns.page.getByText(writing)).toBeVisible();
  await bobs.page.close();
  await expect(anns.page.getByText(writing)).toHaveCount(0);
});

test('two who write are both named', async ({ chat }) => {
  const ann = await chat.owner();
  const [bob, cyn] = [await chat.join('bob', 'Bob Stone'), await chat.join('cyn', 'Cyn Park')];
  const path = `/r/${await chat.lobby()}`;
  const anns = await chat.open(ann, { path });
  const [bobs, cyns] = [await chat.open(bob, { path }), await chat.open(cyn, { path })];
  const both = anns.page.getByText(/^(Bob Stone and Cyn Park|Cyn Park and Bob Stone) are writing…$/);
  // They go on writing: on a slow machine the signal of the first word ends before the other person's begins.
  await expect(async () => {
    await composer(bobs.page).pressSequentially('Me ');
    await composer(cyns.page).pressSequentially('And me ');
    await expect(both).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(isPhone(anns.page) ? await composer(anns.page).isVisible() : true).toBe(true);
});

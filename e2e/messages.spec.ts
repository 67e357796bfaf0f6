import { expect, expectAccessible, test } from './fixtures.ts';
import { say, sayMany } from './people.ts';
import { choose, composer, linesIn, log, messageWith, send, settled } from './screen.ts';

test('two people talk, and each sees the other at once', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await send(anns.page, 'Line 1');
  await expect(messageWith(bobs.page, 'Line 1')).toBeVisible();
  await send(bobs.page, 'Line 2');
  await send(anns.page, 'Line 3');
  for (const { page } of [anns, bobs]) {
    await expect(messageWith(page, 'Line 3')).toBeVisible();
    expect(await linesIn(page)).toEqual([1, 2, 3]);
  }
  await expectAccessible(anns.page);
});

test('a message is there before the server answers, the composer is free, and nothing doubles', async ({ chat }) => {
  const ann = await chat.owner();
  const tab = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  const { page } = tab;
  await settled(page);
  await tab.network('silent');
  await send(page, 'Line 1');
  await expect(messageWith(page, 'Line 1')).toBeVisible();
  await expect(composer(page)).toHaveValue('');
  await send(page, 'Line 2');
  expect(await linesIn(page)).toEqual([1, 2]);
  await tab.network('none');
  const answered = () => ann.api.messages.history.query({ roomId: page.url().split('/').at(-1) ?? '' });
  await expect
    .poll(async () => (await answered()).messages.filter(({ text }) => text !== '').map(({ text }) => text))
    .toEqual(['Line 1', 'Line 2']);
  await expect(page.getByText('Waiting for the connection')).toHaveCount(0);
  expect(await linesIn(page)).toEqual([1, 2]);
});

test('confirmation changes nothing that is seen: the same row stays where it is', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await expect(composer(page)).toBeVisible();
  await page.evaluate(() => {
    const seen = ((window as unknown as { rows: Set<Element> }).rows = new Set<Element>());
    const note = () =>
      document
        .querySelectorAll('[role=log] article')
        .forEach((row) => row.textContent?.includes('Steady') && seen.add(row));
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await send(page, 'Steady');
  await expect(messageWith(page, 'Steady')).toHaveCount(1);
  const lobby = await chat.lobby();
  await expect
    .poll(async () =>
      (await ann.api.messages.history.query({ roomId: lobby })).messages.some(({ text }) => text === 'Steady'),
    )
    .toBe(true);
  await say(ann, lobby, 'after it');
  await expect(messageWith(page, 'after it')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { rows: Set<Element> }).rows.size)).toBe(1);
});

test('an edit shows at once for everyone, and earlier texts can be read', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Lunch at noon');
  const [anns, bobs] = [await chat.open(ann, { path: `/r/${lobby}` }), await chat.open(bob, { path: `/r/${lobby}` })];
  await expect(messageWith(bobs.page, 'Lunch at noon')).toBeVisible();
  await choose(anns.page, messageWith(anns.page, 'Lunch at noon'), 'Edit message');
  const box = anns.page.getByRole('group', { name: 'Editing your message' }).getByRole('textbox');
  await expect(box).toHaveValue('Lunch at noon');
  await expectAccessible(anns.page);
  await box.fill('Lunch at one');
  await anns.page.getByRole('group', { name: 'Editing your message' }).getByRole('button', { name: 'Save' }).click();
  await expect(messageWith(bobs.page, 'Lunch at one')).toBeVisible();
  await expect(messageWith(bobs.page, 'Lunch at noon')).toHaveCount(0);
  await messageWith(bobs.page, 'Lunch at one').getByText('(edited)').click();
  const history = bobs.page.getByRole('dialog', { name: 'Edit history' });
  await expect(history.getByText('Lunch at noon')).toBeVisible();
  await expectAccessible(bobs.page);
});

test('a recalled message loses its text for everyone and keeps its place', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Line 1');
  await say(ann, lobby, 'A slip of the tongue');
  await say(bob, lobby, 'Line 2');
  const [anns, bobs] = [await chat.open(ann, { path: `/r/${lobby}` }), await chat.open(bob, { path: `/r/${lobby}` })];
  await expect(messageWith(bobs.page, 'A slip of the tongue')).toBeVisible();
  await choose(anns.page, messageWith(anns.page, 'A slip of the tongue'), 'Recall message');
  await expectAccessible(anns.page);
  await anns.page.getByRole('dialog').getByRole('button', { name: 'Recall', exact: true }).click();
  await expect(messageWith(bobs.page, 'This message was recalled.')).toBeVisible();
  await expect(messageWith(anns.page, 'You recalled this message.')).toBeVisible();
  await expect(bobs.page.getByText('A slip of the tongue')).toHaveCount(0);
  await expectAccessible(bobs.page);
});

test('a reply shows what it answers, and leads there', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Tea or coffee?');
  const { page } = await chat.open(bob, { path: `/r/${lobby}` });
  await choose(page, messageWith(page, 'Tea or coffee?'), 'Reply');
  await expect(page.getByText('Replying to Ann Lee')).toBeVisible();
  await expectAccessible(page);
  await send(page, 'Tea, please');
  const reply = messageWith(page, 'Tea, please');
  await expect(
    reply
      .getByRole('link', { name: 'In reply to Ann Lee: Tea or coffee?' })
      .or(reply.getByRole('button', { name: 'In reply to Ann Lee: Tea or coffee?' })),
  ).toBeVisible();
  await expect(page.getByText('Replying to Ann Lee')).toHaveCount(0);
  const { messages } = await ann.api.messages.history.query({ roomId: lobby });
  expect(messages.at(-1)?.replyTo?.text).toBe('Tea or coffee?');
});

test('a reaction shows for everyone with its count, and a second press takes it back', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const message = await say(ann, lobby, 'We did it');
  await ann.api.reactions.add.mutate({ messageId: message.id, emoji: '🎉' });
  const [anns, bobs] = [await chat.open(ann, { path: `/r/${lobby}` }), await chat.open(bob, { path: `/r/${lobby}` })];
  const count = (page: typeof anns.page, people: string) =>
    messageWith(page, 'We did it').getByRole('button', { name: new RegExp(`^🎉, ${people}\\.`) });
  await count(bobs.page, '1 person').click();
  await expect(count(anns.page, '2 people')).toBeVisible();
  await expectAccessible(bobs.page);
  await count(bobs.page, '2 people').click();
  await expect(count(anns.page, '1 person')).toBeVisible();
});

test('messages of one author stand together under one name, and days are divided', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 2);
  await say(bob, lobby, 'Line 3');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'Line 3')).toBeVisible();
  await expect(log(page).getByRole('button', { name: 'Ann Lee' })).toHaveCount(1);
  await expect(log(page).getByRole('button', { name: 'Bob Stone' })).toHaveCount(1);
  await expect(log(page).getByRole('separator', { name: 'Today' })).toHaveCount(1);
});

test('a link to a message is copied, and opens it for somebody else, lit up in its place', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const messages = await sayMany([ann], lobby, 120);
  const target = messages[9];
  const { page } = await chat.open(bob, { path: `/r/${lobby}/${target?.id}` });
  await expect(messageWith(page, /Line 10\b/)).toBeInViewport();
  expect(await linesIn(page)).not.toContain(120);
  await page.getByRole('button', { name: /Jump to latest/ }).click();
  await expect(messageWith(page, 'Line 120')).toBeInViewport();
});

test("signs without end close nobody's page: they are drawn, the room goes on, and their author takes them back", async ({
  chat,
}) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob', 'Bob Stone')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await settled(bobs.page);
  for (const bomb of ['>'.repeat(1_500), `${'- '.repeat(1_000)}x`, '* '.repeat(4_000).trim(), '*_'.repeat(4_000)]) {
    await say(ann, await chat.lobby(), bomb);
    await send(anns.page, 'Still here');
    await expect(messageWith(bobs.page, 'Still here').last()).toBeInViewport();
  }
  await send(bobs.page, 'Line 1');
  await expect(messageWith(anns.page, 'Line 1')).toBeVisible();
  await bobs.page.reload();
  await expect(messageWith(bobs.page, 'Line 1')).toBeVisible();
  const isWide = () => {
    const timeline = document.querySelector('[role=log]');
    return timeline === null || timeline.scrollWidth > timeline.clientWidth;
  };
  for (const { page } of [anns, bobs]) expect(await page.evaluate(isWide)).toBe(false);
  await messageWith(anns.page, '- - - x').scrollIntoViewIfNeeded();
  await choose(anns.page, messageWith(anns.page, '- - - x'), 'Recall message');
  await anns.page.getByRole('dialog').getByRole('button', { name: 'Recall', exact: true }).click();
  await expect(messageWith(anns.page, 'You recalled this message.')).toHaveCount(1);
});

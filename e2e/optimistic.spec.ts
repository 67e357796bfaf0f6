import { expect, test, type Page } from './fixtures.ts';
import { say } from './people.ts';
import { messageWith } from './screen.ts';

const party = (page: Page, count: string) => messageWith(page, 'Lunch').getByRole('button', { name: `🎉, ${count}` });

test('a reaction and a pin show at once although nothing gets through, and are stored when the line is back', async ({
  chat,
}) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const { id: messageId } = await say(ann, lobby, 'Lunch at noon');
  await ann.api.reactions.add.mutate({ messageId, emoji: '🎉' });
  const tab = await chat.open(bob, { path: `/r/${lobby}` });
  const { page } = tab;
  await expect(party(page, '1 person')).toBeVisible();
  // What a press needs is loaded.
  await page.waitForLoadState('networkidle');
  await tab.network('silent');
  await party(page, '1 person').click();
  await expect(party(page, '2 people')).toBeVisible();
  const stored = async () => (await ann.api.pins.list.query({ roomId: lobby })).pins.map((pin) => pin.messageId);
  await messageWith(page, 'Lunch').focus();
  await page.keyboard.press('p');
  await expect(messageWith(page, 'Lunch').getByText('Pinned', { exact: true })).toBeAttached();
  expect(await stored()).toEqual([]);
  await tab.network('none');
  await expect.poll(stored).toEqual([messageId]);
  const anns = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(party(anns.page, '2 people')).toBeVisible();
});

test('a reaction that is refused is taken back with a sentence', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const { id: roomId } = await ann.api.rooms.create.mutate({ kind: 'public', name: 'old', userIds: [bob.id] });
  const { id: messageId } = await say(ann, roomId, 'Lunch at noon');
  await ann.api.reactions.add.mutate({ messageId, emoji: '🎉' });
  const tab = await chat.open(bob, { path: `/r/${roomId}` });
  const { page } = tab;
  await expect(party(page, '1 person')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await tab.network('no-answers');
  // The refusal.
  tab.tolerate(/status of 412/);
  await ann.api.rooms.archive.mutate({ roomId });
  await party(page, '1 person').click();
  await expect(party(page, '2 people')).toBeVisible();
  await tab.network('none');
  await expect(page.getByText('This room is archived. Unarchive it to change it.')).toBeVisible();
  await expect(party(page, '1 person')).toBeVisible();
});

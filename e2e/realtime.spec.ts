import { expect, test } from './fixtures.ts';
import { say, sayMany } from './people.ts';
import { composer, linesIn, messageWith, send, settled } from './screen.ts';

const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const back = { timeout: 60_000 };

test('a killed server comes back, and nothing was lost, doubled or put out of order', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await send(anns.page, 'Line 1');
  await expect(messageWith(bobs.page, 'Line 1')).toBeVisible();
  await chat.lose('kill');
  await send(anns.page, 'Line 2');
  await send(anns.page, 'Line 3');
  await chat.server.start();
  await expect(messageWith(bobs.page, 'Line 3')).toBeVisible(back);
  await send(bobs.page, 'Line 4');
  for (const { page } of [anns, bobs]) {
    await expect(messageWith(page, 'Line 4')).toBeVisible(back);
    expect(await linesIn(page)).toEqual(oneTo(4));
  }
});

test('a server that is restarted in good order is back within moments', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const path = `/r/${await chat.lobby()}`;
  const [anns, bobs] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await expect(composer(anns.page)).toBeVisible();
  await expect(composer(bobs.page)).toBeVisible();
  await chat.lose('stop');
  await chat.server.start();
  await send(anns.page, 'Line 1');
  await expect(messageWith(bobs.page, 'Line 1')).toBeVisible(back);
});

test('where WebSocket is blocked, messages still come at once', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const tab = await chat.open(bob, { path: `/r/${lobby}`, trouble: 'no-websocket' });
  await settled(tab.page);
  const stream = tab.page.waitForRequest(/sync\.stream/);
  await stream;
  await say(ann, lobby, 'Line 1');
  await expect(messageWith(tab.page, 'Line 1')).toBeVisible(back);
  await send(tab.page, 'Line 2');
  // Stored before the next one, or their order would be open.
  await expect
    .poll(async () => (await ann.api.messages.history.query({ roomId: lobby })).messages.at(-1)?.text)
    .toBe('Line 2');
  await say(ann, lobby, 'Line 3');
  await expect(messageWith(tab.page, 'Line 3')).toBeVisible();
  expect(await linesIn(tab.page)).toEqual(oneTo(3));
});

test('a hundred messages missed while off line all appear, with edits and recalls made meanwhile', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const first = await say(ann, lobby, 'To be changed');
  const second = await say(ann, lobby, 'To be taken back');
  const tab = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(tab.page, 'To be taken back')).toBeVisible();
  await tab.network('down');
  await sayMany([ann], lobby, 100);
  await ann.api.messages.edit.mutate({ messageId: first.id, text: 'Has been changed' });
  await ann.api.messages.recall.mutate({ messageId: second.id });
  await tab.network('none');
  await expect(messageWith(tab.page, /Line 100\b/)).toBeVisible(back);
  const { messages } = await bob.api.messages.history.query({ roomId: lobby, limit: 100 });
  expect(messages).toHaveLength(100);
  await tab.page.getByRole('log').evaluate((list) => list.scrollTo(0, 0));
  await expect(messageWith(tab.page, 'Has been changed')).toBeVisible(back);
  await expect(messageWith(tab.page, 'This message was recalled.')).toBeVisible();
  await expect(tab.page.getByText('To be taken back')).toHaveCount(0);
});

test('whoever was away for more than the stream replays sees the present all the same', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Before');
  const tab = await chat.open(bob, { path: `/r/${lobby}` });
  await expect(messageWith(tab.page, 'Before')).toBeVisible();
  await tab.network('down');
  await sayMany([ann], lobby, 1_050);
  await tab.network('none');
  await expect(messageWith(tab.page, /Line 1050\b/)).toBeVisible(back);
  await say(ann, lobby, 'After');
  await expect(messageWith(tab.page, 'After')).toBeVisible();
});

test('a line that goes silent without a word is noticed, and what was missed comes', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const tab = await chat.open(bob, { path: `/r/${lobby}` });
  await say(ann, lobby, 'Line 1');
  await expect(messageWith(tab.page, 'Line 1')).toBeVisible();
  await tab.network('silent');
  await say(ann, lobby, 'Line 2');
  await expect(tab.page.getByText(/Connecting again…|You are offline\./)).toBeVisible({ timeout: 75_000 });
  await tab.network('none');
  await expect(messageWith(tab.page, 'Line 2')).toBeVisible({ timeout: 40_000 });
  expect(await linesIn(tab.page)).toEqual([1, 2]);
});

test('three people who all talk at once see the same in the same order', async ({ chat }) => {
  const ann = await chat.owner();
  const people = [ann, await chat.join('bob'), await chat.join('cyn')];
  const path = `/r/${await chat.lobby()}`;
  const tabs = await Promise.all(people.map((person) => chat.open(person, { path })));
  await Promise.all(
    tabs.map(async ({ page }, who) => {
      for (let n = 0; n < 6; n++) await send(page, `Line ${who * 6 + n + 1}`);
    }),
  );
  const { messages } = await ann.api.messages.history.query({ roomId: await chat.lobby() });
  const order = () => messages.flatMap(({ text }) => (text ? [Number(text.slice(5))] : []));
  await expect
    .poll(
      async () =>
        (await ann.api.messages.history.query({ roomId: await chat.lobby() })).messages.filter(({ text }) => text)
          .length,
    )
    .toBe(18);
  const { messages: all } = await ann.api.messages.history.query({ roomId: await chat.lobby() });
  messages.splice(0, messages.length, ...all);
  for (const { page } of tabs) await expect.poll(() => linesIn(page)).toEqual(order());
});

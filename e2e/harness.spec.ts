import { expect, expectAccessible, test } from './fixtures.ts';
import { say, sayMany } from './people.ts';
import { settled } from './screen.ts';

test('the first page of a new server opens without a complaint and is accessible', async ({ chat }) => {
  const { page } = await chat.open(null);
  await expect(page).toHaveTitle(/Parley/);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expectAccessible(page);
});

test('people register, meet in the lobby and talk through the API', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Welcome @bob', [bob]);
  const { messages } = await bob.api.mentions.list.query();
  expect(messages.map(({ text }) => text)).toEqual(['Welcome @bob']);
});

test('what was acknowledged is there after the server was killed, on the same port', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 20);
  const { port } = chat.server;
  await chat.server.kill();
  await chat.server.start();
  expect(chat.server.port).toBe(port);
  const { messages } = await ann.api.messages.history.query({ roomId: lobby, limit: 20 });
  expect(messages.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => `Line ${i + 1}`));
});

test("one person's line is cut while the other's holds", async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob');
  const path = `/r/${await chat.lobby()}`;
  const [annsTab, bobsTab] = [await chat.open(ann, { path }), await chat.open(bob, { path })];
  await settled(annsTab.page);
  await settled(bobsTab.page);
  const reaches = (page: typeof annsTab.page) =>
    page.evaluate(() =>
      fetch('/healthz').then(
        (answer) => answer.ok,
        () => false,
      ),
    );
  await bobsTab.network('down');
  expect(await reaches(annsTab.page)).toBe(true);
  expect(await reaches(bobsTab.page)).toBe(false);
  await bobsTab.network('none');
  expect(await reaches(bobsTab.page)).toBe(true);
});

test('a proxy that knows no WebSocket lets the page load', async ({ chat }) => {
  const ann = await chat.owner();
  const tab = await chat.open(null);
  await tab.network('no-websocket');
  const opens = await tab.page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket('/trpc');
        socket.addEventListener('open', () => resolve(true));
        socket.addEventListener('error', () => resolve(false));
      }),
  );
  expect(opens).toBe(false);
  expect((await ann.api.auth.me.query()).name).toBe('ann');
});

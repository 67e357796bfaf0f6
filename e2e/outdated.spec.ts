import { expect, expectAccessible, test } from './fixtures.ts';
import { composer, settled } from './screen.ts';

test('an old page is told to reload when the server is a newer one, and its draft is kept', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await settled(page);
  // A server of another build: the first event of the stream says so.
  let newer = true;
  await page.routeWebSocket(/\/trpc/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      socket.send(newer ? String(frame).replace(/"version":"\w+"/, '"version":"newer"') : frame);
    });
  });
  await page.reload();
  await settled(page);
  const banner = page.getByText('A new version of Parley is here.');
  await expect(banner).toBeVisible();
  await expectAccessible(page);
  await composer(page).fill('Half a thought');
  newer = false;
  await page.getByRole('button', { name: 'Reload' }).click();
  await settled(page);
  await expect(composer(page)).toHaveValue('Half a thought');
  await expect(banner).toHaveCount(0);
});

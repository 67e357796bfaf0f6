import { expect, test } from './fixtures.ts';
import { type FirstLoad, measureFirstLoad } from '#bench/measure/first-load.ts';
import { sayMany } from './people.ts';

/** What a cold browser may load until a screen shows, on the wire. */
const budget = { kilobytes: 220, requests: 15 };

function expectWithin({ kilobytes, requests }: FirstLoad): void {
  const description = `${kilobytes.toFixed(1)} KB on the wire in ${requests.length} requests: ${requests.join(', ')}`;
  test.info().annotations.push({ type: 'first load', description });
  expect(kilobytes, description).toBeLessThanOrEqual(budget.kilobytes);
  expect(requests.length, description).toBeLessThanOrEqual(budget.requests);
}

test('a room shows its messages after few requests and kilobytes', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await sayMany([ann], lobby, 60);
  const tab = await chat.open(ann, { path: 'about:blank' });
  expectWithin(await measureFirstLoad(tab.page, `/r/${lobby}`, '[data-row]'));
});

test('the log-in screen shows after few requests and kilobytes', async ({ chat }) => {
  await chat.owner();
  const tab = await chat.open(null, { path: 'about:blank' });
  expectWithin(await measureFirstLoad(tab.page, '/', 'form'));
});

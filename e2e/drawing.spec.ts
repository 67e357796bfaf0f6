import { expect, expectAccessible, isPhone, test, type Page } from './fixtures.ts';
import { say } from './people.ts';
import { messageWith } from './screen.ts';

/** What is copied when all of a row's text is selected. */
async function copied(page: Page, text: string): Promise<string> {
  return messageWith(page, text).evaluate((row) => {
    const body = row.querySelector('ul, ol')?.parentElement;
    if (!body) throw new Error('no list');
    getSelection()?.selectAllChildren(body);
    return getSelection()?.toString() ?? '';
  });
}

test('a list is copied with its bullets and numbers', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, '- apples\n- pears\n  1. green\n  5. red');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'apples').getByRole('listitem').first()).toBeVisible();
  // A finger held on a row opens its menu instead of selecting.
  if (!isPhone(page))
    expect((await copied(page, 'apples')).trim().split(/\n+/)).toEqual(['• apples', '• pears', '1. green', '5. red']);
  await expectAccessible(page);
});

test('a link into this Parley shows the message in its place, without another tab', async ({ chat }) => {
  const [ann, bob] = [await chat.owner(), await chat.join('bob')];
  const lobby = await chat.lobby();
  const first = await say(ann, lobby, 'The beginning');
  for (let n = 1; n <= 60; n++) await say(ann, lobby, `Line ${n}`);
  const { page } = await chat.open(bob, { path: `/r/${lobby}` });
  const link = `${new URL(page.url()).origin}/r/${lobby}/${first.id}`;
  await say(ann, lobby, `see ${link} please`);
  await messageWith(page, 'please').getByRole('link').click();
  await expect(messageWith(page, 'The beginning')).toBeInViewport();
  expect(page.context().pages()).toHaveLength(1);
});

test('where a link leads is read without pointing at it', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, '[https://bank.example/](https://evil.example) and 看https://example.com这里');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  const row = messageWith(page, 'bank.example');
  await expect(row.getByText('(evil.example)')).toBeVisible();
  await expect(row.getByRole('link', { name: 'https://example.com', exact: true })).toHaveAttribute(
    'href',
    'https://example.com/',
  );
});

test('each line has the direction of its letters, and code goes from left to right', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, 'שלום עולם\nhello *world*\n```\nא = 1\n```\n- سلام');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  const row = messageWith(page, 'hello');
  await expect(row.locator('em')).toBeVisible();
  const sides = await row.evaluate((article) => {
    const lineAt = (text: string) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        const [line, block] = [
          range.getBoundingClientRect(),
          node.parentElement?.closest('p, li, pre')?.getBoundingClientRect(),
        ];
        if (block) return line.left - block.left > block.right - line.right ? 'right' : 'left';
      }
      return null;
    };
    return ['שלום', 'hello', 'א =', 'سلام'].map((text) => lineAt(text));
  });
  expect(sides).toEqual(['right', 'left', 'left', 'right']);
});

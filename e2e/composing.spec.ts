import { expect, expectAccessible, isPhone, test } from './fixtures.ts';
import { say } from './people.ts';
import { composer, messageWith } from './screen.ts';

test('an emoji is found by its name and put under a message', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, 'Coffee is ready');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  const row = messageWith(page, 'Coffee is ready');
  if (isPhone(page)) {
    await row.focus();
    await row.getByRole('button', { name: 'Add a reaction' }).tap();
  } else {
    await row.hover();
    await row.getByRole('button', { name: 'Add a reaction', exact: true }).click();
  }
  await page.getByLabel('Find an emoji').fill('coffee');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /hot beverage|coffee/i })
    .first()
    .click();
  await expect(row.getByRole('button', { name: /^☕.*1 person/ })).toBeVisible();
});

test('Markdown is shown, safely: emphasis, lists, quotes, code and links, and no HTML', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(
    ann,
    lobby,
    '**Bold** and *slanted*, `code`, [a link](https://example.org)\n\n- one\n- two\n\n> quoted\n\n<img src=x onerror="alert(1)"> [bad](javascript:alert(1))',
  );
  await say(ann, lobby, '```ts\nconst answer: number = 42;\n```');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  const row = messageWith(page, 'Bold');
  await expect(row.locator('strong', { hasText: 'Bold' })).toBeVisible();
  await expect(row.locator('em', { hasText: 'slanted' })).toBeVisible();
  await expect(row.getByRole('listitem')).toHaveText(['• one', '• two']);
  await expect(row.locator('blockquote')).toContainText('quoted');
  await expect(row.getByRole('link', { name: 'a link' })).toHaveAttribute('href', 'https://example.org/');
  await expect(row.getByRole('link', { name: 'a link' })).toHaveAttribute('rel', /noopener/);
  await expect(row.locator('img')).toHaveCount(0);
  await expect(row.locator('a[href^="javascript"]')).toHaveCount(0);
  const code = messageWith(page, 'const answer');
  await expect(code.locator('[class*="hljs"], [data-token], pre span').first()).toBeVisible();
  await expectAccessible(page);
});

test('Enter that ends the choice of Chinese characters does not send; Shift+Enter breaks the line', async ({
  chat,
}) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await composer(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
  await keyboard.send('Input.insertText', { text: '你好' });
  await expect(composer(page)).toHaveValue('你好');
  await expect(messageWith(page, '你好')).toHaveCount(0);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Line 2');
  await expect(composer(page)).toHaveValue('你好\nLine 2');
  await page.keyboard.press('Enter');
  await expect(messageWith(page, '你好')).toContainText('Line 2');
});

test('arrow up in an empty composer edits the last message; Escape goes back', async ({ chat }) => {
  const ann = await chat.owner();
  const lobby = await chat.lobby();
  await say(ann, lobby, 'My last words');
  const { page } = await chat.open(ann, { path: `/r/${lobby}` });
  await expect(messageWith(page, 'My last words')).toBeVisible();
  await composer(page).press('ArrowUp');
  const box = page.getByRole('group', { name: 'Editing your message' }).getByRole('textbox');
  await expect(box).toBeFocused();
  await box.fill('My very last words');
  await box.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(messageWith(page, 'My last words')).toBeVisible();
  await composer(page).press('ArrowUp');
  await box.fill('My very last words');
  await box.press('Enter');
  await expect(messageWith(page, 'My very last words')).toContainText('edited');
});

test('a text that is too long is told while it is written, and is not lost', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).fill('x'.repeat(8_003));
  await expect(page.getByText('3 characters too many')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await composer(page).fill('x'.repeat(8_000));
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
});

test('# completes a room and : an emoji; the room becomes a link to it', async ({ chat }) => {
  const ann = await chat.owner();
  await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden' });
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).pressSequentially('See #GAR');
  await expect(page.getByRole('option', { name: /garden/ })).toBeVisible();
  await composer(page).press('Tab');
  await expect(composer(page)).toHaveValue('See #garden ');
  await composer(page).pressSequentially(':rocket');
  await page.getByRole('option').first().waitFor();
  await expectAccessible(page);
  await composer(page).press('Tab');
  await expect(composer(page)).toHaveValue(/^See #garden 🚀/u);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await messageWith(page, '🚀').getByRole('link', { name: '#garden' }).click();
  await expect(page).toHaveTitle('#garden · Parley');
});

test('what is marked becomes bold by a key or a press', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: `/r/${await chat.lobby()}` });
  await composer(page).fill('very good');
  await composer(page).press('Control+a');
  if (isPhone(page)) {
    await page.getByRole('button', { name: 'Formatting' }).tap();
    await page.getByRole('button', { name: 'Bold' }).tap();
  } else await composer(page).press('Control+b');
  await expect(composer(page)).toHaveValue('**very good**');
});

import { expect, expectAccessible, type Page, test } from './fixtures.ts';
import { password, say } from './people.ts';
import { log } from './screen.ts';

const chinese = { locale: 'zh-CN' };
/** Names, keys and tongues that stand as they are in every language. */
const names =
  /Parley|Orchard|Ann|Lee|bob|Bob|Stone|Ctrl|Enter|Esc|Shift|Alt|general|garden|English|Chrome|Linux|Android|PNG|JPEG|WebP|Tab/g;

/** Words of another language on the screen, names aside. */
async function foreignWords(page: Page): Promise<string[]> {
  const told = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    );
    const decoration = [...document.querySelectorAll<HTMLElement>('[aria-hidden=true]')].map(
      ({ innerText }) => innerText,
    );
    const text = decoration.filter(Boolean).reduce((rest, part) => rest.replace(part, ''), document.body.innerText);
    return [text, document.title, ...spoken].join('\n');
  });
  return told.replaceAll(names, '').match(/[A-Za-z]{3,}/g) ?? [];
}

test('a Chinese browser finds everything in Chinese, from the first screen on', async ({ chat }) => {
  const { page } = await chat.open(null, chinese);
  await expect(page.getByRole('heading', { name: '创建你的工作区' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await foreignWords(page)).toEqual([]);
  await expectAccessible(page);
  await page.getByLabel('工作区名称').fill('Orchard');
  await page.getByLabel('用户名', { exact: true }).fill('王小明');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '创建工作区' }).click();
  await expect(page.getByRole('button', { name: /Orchard/ })).toBeVisible();
  expect(await foreignWords(page)).toEqual([]);
  await expectAccessible(page);
});

test('no screen of a Chinese page speaks English', async ({ chat }) => {
  const ann = await chat.owner();
  const bob = await chat.join('bob', 'Bob Stone');
  const lobby = await chat.lobby();
  await say(bob, lobby, '你好');
  await ann.api.rooms.create.mutate({ kind: 'public', name: 'garden' });
  const { page } = await chat.open(ann, { ...chinese, path: `/r/${lobby}` });
  await expect(log(page).getByText('你好')).toBeVisible();
  expect(await foreignWords(page)).toEqual([]);
  for (const path of [
    '/browse',
    '/mentions',
    '/settings/profile',
    '/settings/account',
    '/settings/sessions',
    '/settings/appearance',
    '/settings/workspace',
    '/nowhere',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading').last()).toBeVisible();
    await expect.poll(() => foreignWords(page), path).toEqual([]);
  }
});

test('the language is changed in the settings, at once and for good', async ({ chat }) => {
  const ann = await chat.owner();
  const { page } = await chat.open(ann, { path: '/settings/appearance' });
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  await page.getByText('简体中文').click();
  await expect(page.getByRole('heading', { name: '外观' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.getByRole('heading', { name: '外观' })).toBeVisible();
  expect(await foreignWords(page)).toEqual([]);
});

test('the server’s refusals are in the language of the page', async ({ chat }) => {
  await chat.owner();
  const tab = await chat.open(null, chinese);
  tab.tolerate(/the server responded with a status of 4/);
  await tab.page.getByLabel('用户名', { exact: true }).fill('ann');
  await tab.page.getByLabel('密码', { exact: true }).fill('这不是密码，真的不是');
  await tab.page.getByRole('button', { name: '登录' }).click();
  await expect(tab.page.getByText('名字或密码不正确。')).toBeVisible();
});

test('light and dark follow the system from the first paint, and the choice stays', async ({ chat }) => {
  const ann = await chat.owner();
  const brightness = (page: Page) =>
    page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('a browser can draw');
      for (const element of [
        document.documentElement,
        ...document.querySelectorAll('body, main, main *:not(button, button *)'),
      ]) {
        canvas.fillStyle = getComputedStyle(element).backgroundColor;
        if (element.getBoundingClientRect().height > 300) canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    });
  const dark = await chat.open(ann, { path: '/settings/appearance', colorScheme: 'dark' });
  await expect(dark.page.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  expect(await brightness(dark.page)).toBeLessThan(80);
  await dark.page.getByText('Light', { exact: true }).click();
  await expect.poll(() => brightness(dark.page)).toBeGreaterThan(180);
  await dark.page.reload();
  expect(await brightness(dark.page)).toBeGreaterThan(180);
});

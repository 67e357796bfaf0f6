import type { Locator, Page } from '@playwright/test';
import { isPhone } from './fixtures.ts';

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message to|^发给/ });
export const log = (page: Page): Locator => page.getByRole('log');
/** The row of the message that says this. */
export const messageWith = (page: Page, text: string | RegExp): Locator =>
  log(page).getByRole('article').filter({ hasText: text });
export const sidebar = (page: Page): Locator => page.getByRole('navigation', { name: 'Rooms and people' });

/** Writes a message and sends it as a person does: Enter, or the button under a thumb. */
export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  if (isPhone(page)) await page.getByRole('button', { name: 'Send', exact: true }).tap();
  else await composer(page).press('Enter');
}

/** The `Line <n>` on the screen, from top to bottom. */
export async function linesIn(page: Page): Promise<number[]> {
  const texts = await log(page).getByRole('article').allInnerTexts();
  return texts.flatMap((text) => [...text.matchAll(/\bLine (\d+)\b/g)].map(([, number]) => Number(number)));
}

/** Back to the list of rooms, which a phone shows alone. */
export async function toRooms(page: Page): Promise<void> {
  if (!isPhone(page)) return;
  const back = page
    .getByRole('button', { name: 'Back' })
    .or(page.getByRole('link', { name: 'Back to the rooms' }))
    .first();
  await sidebar(page).or(back).first().waitFor();
  if (await back.isVisible()) await back.tap();
  await sidebar(page).waitFor();
}

/** Waits until the messages of the room are there. */
export async function settled(page: Page): Promise<void> {
  await log(page).getByRole('article').first().waitFor();
}

/** Opens a room from the list. */
export async function openRoom(page: Page, name: string): Promise<void> {
  await toRooms(page);
  await sidebar(page).getByRole('link', { name }).click();
}

/** Does with a message what its menu offers: by the mouse, or by a finger held on it. */
export async function choose(page: Page, message: Locator, action: string): Promise<void> {
  if (isPhone(page)) {
    await hold(page, message);
    await page
      .getByRole('dialog', { name: 'Message actions' })
      .getByRole('button', { name: action, exact: true })
      .tap();
  } else {
    await message.hover();
    await message
      .getByRole('toolbar', { name: 'Message actions' })
      .getByRole('button', { name: 'Message actions' })
      .click();
    await page.getByRole('menuitem', { name: action }).click();
  }
}

/** Holds a finger on something until what it opens is there. */
export async function hold(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to touch');
  const touch = await page.context().newCDPSession(page);
  // What is taller than the screen is held in the middle of the screen.
  const y = box.y < 0 ? (page.viewportSize()?.height ?? 0) / 2 : box.y + Math.min(box.height / 2, 30);
  const touchPoints = [{ x: box.x + box.width / 2, y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.getByRole('dialog').waitFor();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

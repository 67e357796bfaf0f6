import { isKey, type KeyPress } from '#client/ui/keys.ts';
import { apple } from '#client/ui/platform.ts';

/** Text boxes and lists of choices keep the keys that they use themselves. */
export const isTextBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Alt and an arrow walk through the rooms; in a text box on Apple's keyboards they move the caret. */
export function roomStep(
  event: KeyPress,
  target: EventTarget | null,
  onApple = apple,
): { by: 1 | -1; unread: boolean } | null {
  if (onApple && isTextBox(target)) return null;
  for (const [key, by] of [
    ['ArrowUp', -1],
    ['ArrowDown', 1],
  ] as const)
    for (const shift of [false, true])
      if (isKey(event, { key, alt: true, shift }, onApple)) return { by, unread: shift };
  return null;
}

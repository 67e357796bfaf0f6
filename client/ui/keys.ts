import { apple } from './platform.ts';

/** What is asked of a key event: a browser's own and React's both have it. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState: (modifier: 'AltGraph') => boolean;
}

/** A key and exactly the modifiers that go with it; `mod` is ⌘ on Apple's keyboards and Ctrl elsewhere. */
export interface KeyCombination {
  /** A lower-case Latin letter, a sign such as `?`, or a name such as `ArrowUp`. */
  key: string;
  mod?: boolean;
  alt?: boolean;
  shift?: boolean;
}

const letter = /^\p{L}$/u;
const latin = /^\p{Script=Latin}$/u;

/** A letter as on a Latin keyboard: on a Cyrillic or Greek one by its position. Anything else as it is. */
function keyName({ key, code }: KeyPress): string {
  if (!letter.test(key)) return key;
  return latin.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? key);
}

/** Whether the key was pressed with exactly these modifiers. AltGraph types characters, so it never belongs to a command. */
export function isKey(event: KeyPress, wanted: KeyCombination, onApple = apple): boolean {
  const { key, mod = false, alt = false, shift = false } = wanted;
  const [command, other] = onApple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  // On some keyboards a sign takes Shift, on others it does not.
  const sign = key.length === 1 && !letter.test(key);
  return (
    keyName(event) === key &&
    command === mod &&
    !other &&
    event.altKey === alt &&
    (sign || event.shiftKey === shift) &&
    !event.getModifierState('AltGraph')
  );
}

/** The key without any modifier. */
export const isPlainKey = (event: KeyPress, key: string): boolean => isKey(event, { key });

/** The key belongs to an input method that is composing a character; Safari reports it by the code 229 alone. */
export function isComposing(event: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

import { isPlainKey, type KeyPress } from './keys.ts';

/** What a key does to a list whose focus stays in a text box: makes another option active, or chooses the active one. */
export type ListboxKey = { active: number } | 'choose';

/** `active` is -1 where Enter takes nothing. Null for a key that is not the list's. */
export function listboxKey(event: KeyPress, active: number, count: number): ListboxKey | null {
  if (count === 0) return null;
  if (isPlainKey(event, 'ArrowDown')) return { active: (active + 1) % count };
  if (isPlainKey(event, 'ArrowUp')) return { active: active <= 0 ? count - 1 : active - 1 };
  return active >= 0 && isPlainKey(event, 'Enter') ? 'choose' : null;
}

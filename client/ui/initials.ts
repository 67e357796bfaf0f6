export const han = /\p{Script=Han}/u;

/** `Ann Lee` → `AL`, `bob` → `B`; of a Chinese name the given name distinguishes people: `王小明` → `小明`, `李雷` → `雷`. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  const hanzi = Array.from(trimmed).filter((character) => han.test(character));
  if (hanzi.length > 0) return hanzi.slice(hanzi.length > 2 ? -2 : -1).join('');
  // What is no letter, such as an emoji beside a name, distinguishes nobody.
  const parts = trimmed.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const first = Array.from(parts[0] ?? '?')[0] ?? '?';
  const last = parts.length > 1 ? (Array.from(parts[parts.length - 1] ?? '')[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** A hue (0–359) that always goes with the same seed. */
export function hueOf(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 12) * 30 + 10;
}

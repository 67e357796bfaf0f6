import type { KeyboardEvent } from 'react';

/** Whether typed letters lead to an item with this label. */
export type MatchesLabel = (typed: string, label: string) => boolean;

/** What is typed within this time belongs together, unless another key comes between. */
const typingMs = 700;
let typed = { text: '', at: 0 };

/** The item that the typed letters lead to: from `current` on, around the end; a single letter always moves on. */
export function typeaheadTarget(
  labels: readonly string[],
  current: number,
  text: string,
  matches: MatchesLabel,
): number {
  const letters = [...text];
  // The same letter again goes through all items that begin with it.
  const search = letters.every((letter) => letter === letters[0]) ? (letters[0] ?? '') : text;
  const from = current + (search.length < 2 ? 1 : 0);
  const order = labels.map((_, index) => (from + index) % labels.length);
  return order.find((index) => matches(search, labels[index] ?? '')) ?? -1;
}

function targetOf(event: KeyboardEvent, items: readonly HTMLElement[], matches: MatchesLabel): number {
  const { key, timeStamp } = event;
  const current = items.findIndex((item) => item === document.activeElement);
  const last = items.length - 1;
  if (key === 'ArrowDown') return current === last ? 0 : current + 1;
  if (key === 'ArrowUp') return current <= 0 ? last : current - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const text = timeStamp - typed.at < typingMs ? typed.text + key : key;
  if (key.length > 2 || event.ctrlKey || event.metaKey || event.altKey || text === ' ') return -1;
  typed = { text, at: timeStamp };
  return typeaheadTarget(
    items.map((item) => item.dataset['label'] ?? ''),
    Math.max(0, current),
    text,
    matches,
  );
}

/** The keys of a menu: arrows move around, Home and End to the ends, letters to what begins with them, Tab leaves. */
export function onMenuKey(event: KeyboardEvent<HTMLElement>, matches: MatchesLabel, close: () => void): void {
  if (event.key.length > 2) typed = { text: '', at: 0 };
  if (event.key === 'Tab') return close();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const target = items[targetOf(event, items, matches)];
  if (!target && event.key.length > 1) return;
  // Enter and the first blank press the item; a letter is not for the shortcuts of the page.
  if (event.key !== ' ' || target) event.preventDefault();
  event.stopPropagation();
  target?.focus();
}

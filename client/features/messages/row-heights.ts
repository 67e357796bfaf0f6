import type { TimelineRow } from './timeline-rows.ts';

/** So many rows are remembered; about 2 MB. */
const maxRemembered = 20_000;
/** The width of the timeline that the heights are true at, in pixels. */
let measuredWidth = 0;
const heights = new Map<string, number>();

/** Only a message is in one room, and without a name above it has another height. */
const keyOfHeight = (row: TimelineRow): string | null => (row.kind === 'message' ? `${row.key}:${row.grouped}` : null);

/** How high the row was when it was drawn last at this width, in pixels. */
export function knownHeight(row: TimelineRow, width: number): number | undefined {
  const key = keyOfHeight(row);
  return key === null || width !== measuredWidth ? undefined : heights.get(key);
}

export function rememberHeight(row: TimelineRow, width: number, height: number): void {
  const key = keyOfHeight(row);
  if (key === null || height === 0) return;
  if (width !== measuredWidth || heights.size >= maxRemembered) heights.clear();
  measuredWidth = width;
  heights.set(key, height);
}

/** Heights read since the last microtask. */
let read: Map<Element, number> | null = null;

/**
 * The height of an element, in pixels. All its siblings are read with it: rows that a commit mounts are placed one by one,
 * and to read each after the one before was placed would lay out the page as often as there are rows.
 */
export function readHeight(element: HTMLElement): number {
  const before = read?.get(element);
  if (before !== undefined) return before;
  if (!read) queueMicrotask(() => (read = null));
  read = new Map();
  for (const sibling of element.parentElement?.children ?? [element]) {
    if (sibling instanceof HTMLElement) read.set(sibling, sibling.offsetHeight);
  }
  return read.get(element) ?? element.offsetHeight;
}

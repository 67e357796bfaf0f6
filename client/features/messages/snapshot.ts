import type { InfiniteData } from '@tanstack/react-query';
import type { HistoryCursor, HistoryPage } from '#shared/messages.ts';
import { limits } from '#shared/limits.ts';
import { definePagedSnapshot } from '#client/lib/snapshots.ts';
import { applyToPage } from './apply.ts';

/** Where a window into a room's history was opened: at its end, at a message, or where unread messages begin. */
export type Anchor = { at: 'end' } | { at: 'around'; messageId: string } | { at: 'rev'; rev: number };
/** Adjoining pages, oldest first. */
export type HistoryWindow = InfiniteData<HistoryPage, HistoryCursor>;

/** So many pages are held; the far end is let go while scrolling. */
const heldPages = 24;

/** The messages of a room. */
export const historySnapshot = definePagedSnapshot<HistoryCursor, HistoryPage>({
  name: 'history',
  end: { at: 'end' },
  load: (api, roomId, cursor, signal) => api.messages.history.query({ roomId, cursor }, { signal }),
  apply: applyToPage,
  reshape: splitEnd,
  maxPages: heldPages,
  gcTime: 10 * 60_000,
});

/** Live messages gather in the last page: one too long becomes two, so that letting pages go stays possible. */
function splitEnd(window: HistoryWindow): HistoryWindow {
  const last = window.pages.at(-1);
  if (!last || last.messages.length <= limits.pageSize.max) return window;
  const half = last.messages.length >> 1;
  const [older, newer] = [last.messages.slice(0, half), last.messages.slice(half)];
  const after: HistoryCursor = { at: 'after', rev: older.at(-1)?.rev ?? 0 };
  const before: HistoryCursor = { at: 'before', rev: newer[0]?.rev ?? 0 };
  return {
    pages: [
      ...window.pages.slice(0, -1),
      { ...last, messages: older, newer: after },
      { ...last, messages: newer, older: before },
    ],
    pageParams: [...window.pageParams, after],
  };
}

/** Lets the oldest pages go; for a reader at the end of a busy room. */
export function trimOldest(window: HistoryWindow): HistoryWindow {
  const extra = window.pages.length - heldPages;
  return extra <= 0 ? window : { pages: window.pages.slice(extra), pageParams: window.pageParams.slice(extra) };
}

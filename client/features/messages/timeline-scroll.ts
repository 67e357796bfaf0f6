import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { knownHeight, readHeight, rememberHeight } from './row-heights.ts';
import { estimateHeight, type TimelineRow } from './timeline-rows.ts';

/** So near to the end counts as being there, in pixels. */
const nearEnd = 48;
/** The size of the timeline as it was seen last: that of the next room is the same. */
let lastRect = { width: 720, height: innerHeight };
/** So long a way to a line may take. */
const settleMs = 2_000;
/** Above the first row and below the last, in pixels. */
const padding = 12;

export const indexOfKey = (rows: readonly TimelineRow[], key: string | null): number =>
  key === null ? -1 : rows.findIndex((row) => row.key === key);
export const indexOfMessage = (rows: readonly TimelineRow[], messageId: string): number =>
  rows.findIndex((row) => row.kind === 'message' && row.shown.message.id === messageId);

interface TimelineScrollOptions {
  rows: readonly TimelineRow[];
  hasNewer: boolean;
  /** Lines that stay drawn wherever one scrolls: they hold the focus, or a text being changed. */
  kept: readonly (string | null)[];
  onAtBottomChange: (atBottom: boolean) => void;
}

/**
 * The virtual list, held at its end while the reader is there and at the line being read otherwise: when older lines come
 * above, when lines turn out higher than guessed, when the window shrinks.
 */
export function useTimelineScroll({ rows, hasNewer, kept, onAtBottomChange }: TimelineScrollOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  // A ref, because it decides within the render that follows a new message.
  const pinned = useRef(!hasNewer);
  const [atBottom, setAtBottom] = useState(true);
  const virtualizer = useLines(rows, kept, scroller, pinned);
  const { goTo, stay } = useGoing(rows, virtualizer, scroller);

  const note = useCallback(() => {
    const { current } = scroller;
    if (!current) return;
    const reached = !hasNewer && current.scrollHeight - current.scrollTop - current.clientHeight <= nearEnd;
    pinned.current = reached;
    // Where the way to a line ends at the end, what comes next is to be seen too.
    if (reached) stay();
    setAtBottom(reached);
  }, [hasNewer, stay]);
  useEffect(() => onAtBottomChange(atBottom), [atBottom, onAtBottomChange]);

  const toEnd = useCallback(() => {
    stay();
    pinned.current = true;
    virtualizer.scrollToEnd();
  }, [virtualizer, stay]);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const noteSize = () => {
      lastRect = { width: current.clientWidth, height: current.clientHeight };
    };
    noteSize();
    const observer = new ResizeObserver(() => {
      noteSize();
      if (pinned.current) virtualizer.scrollToEnd();
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [virtualizer]);

  return { scroller, virtualizer, pinned, atBottom, note, toEnd, goTo };
}

type Find = (rows: readonly TimelineRow[]) => number;
type Align = 'start' | 'center' | 'auto';

/**
 * `goTo` scrolls to the line that `find` finds, and finds it again while more is loaded around it: a slow machine is still
 * on its way then. It ends when the reader moves.
 */
function useGoing(rows: readonly TimelineRow[], virtualizer: Lines, scroller: RefObject<HTMLDivElement | null>) {
  const going = useRef<{ find: Find; align: Align; until: number } | null>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const go = useCallback(() => {
    const index = going.current && going.current.until > Date.now() ? going.current.find(latest.current) : -1;
    if (going.current && index >= 0) virtualizer.scrollToIndex(index, { align: going.current.align });
  }, [virtualizer]);
  const stay = useCallback(() => {
    going.current = null;
  }, []);
  const goTo = useCallback(
    (find: Find, align: Align) => {
      going.current = { find, align, until: Date.now() + settleMs };
      go();
    },
    [go],
  );
  useLayoutEffect(() => go(), [rows, go]);
  useEffect(() => {
    const abort = new AbortController();
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      scroller.current?.addEventListener(type, stay, { passive: true, signal: abort.signal });
    }
    return () => abort.abort();
  }, [scroller, stay]);
  return { goTo, stay };
}

/** Where the list opens: above the divider, else at its end. */
function startOffset(rows: readonly TimelineRow[], sizeOf: (row: TimelineRow) => number): number {
  const heightOf = (some: readonly TimelineRow[]) => some.reduce((sum, row) => sum + sizeOf(row), padding);
  const divider = indexOfKey(rows, 'new');
  if (divider >= 0) return heightOf(rows.slice(0, Math.max(0, divider - 1)));
  return Math.max(0, heightOf(rows) + padding - lastRect.height);
}

type Lines = ReturnType<typeof useLines>;

function useLines(
  rows: readonly TimelineRow[],
  kept: readonly (string | null)[],
  scroller: RefObject<HTMLDivElement | null>,
  pinned: RefObject<boolean>,
) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const extra = kept.map((key) => indexOfKey(rows, key)).filter((index) => index >= 0);
      return [...new Set([...defaultRangeExtractor(range), ...extra])].toSorted((a, b) => a - b);
    },
    [rows, kept],
  );
  const sizeOf = (row: TimelineRow | undefined) =>
    row ? (knownHeight(row, lastRect.width) ?? estimateHeight(row, lastRect.width)) : 0;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: (index) => sizeOf(rows[index]),
    measureElement: (element: HTMLElement, entry, instance) => {
      const row = rows[instance.indexFromElement(element)];
      const known = entry || !row ? undefined : knownHeight(row, lastRect.width);
      const height = known ?? (entry ? Math.round(entry.borderBoxSize[0]?.blockSize ?? 0) : readHeight(element));
      if (row && entry) rememberHeight(row, lastRect.width, height);
      return height;
    },
    // The first render draws the rows that the reader will see, and not those above that it is scrolled away from.
    initialRect: lastRect,
    initialOffset: () => startOffset(rows, sizeOf),
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: pinned.current,
    scrollEndThreshold: nearEnd,
    paddingStart: padding,
    paddingEnd: padding,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    rangeExtractor,
  });
  // What grows or shrinks above the middle of the window moves the lines above it, never the ones being read.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (row, _delta, instance) => {
    const offset = instance.scrollOffset ?? 0;
    return row.start < offset && row.end < offset + (scroller.current?.clientHeight ?? 0) / 2;
  };
  return virtualizer;
}

export type TimelineScroll = ReturnType<typeof useTimelineScroll>;

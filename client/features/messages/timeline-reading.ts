import { useEffect, useEffectEvent, useRef } from 'react';
import type { TimelineRow } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';

/** Scrolling past is not reading. */
const settleMs = 250;
const slack = 8;

/** The newest stored message of which the end is in the window. */
function newestSeen(rows: readonly TimelineRow[], { scroller, virtualizer }: TimelineScroll): number {
  const { current } = scroller;
  if (!current) return 0;
  const bottom = current.scrollTop + current.clientHeight + slack;
  let newest = 0;
  for (const { index, end, start } of virtualizer.getVirtualItems()) {
    const row = rows[index];
    if (row?.kind !== 'message' || row.shown.state !== 'sent') continue;
    if (end <= bottom && end > current.scrollTop && start < bottom) newest = Math.max(newest, row.shown.message.rev);
  }
  return newest;
}

/** Reports what has been read: on screen, in a tab that is seen and has the focus. The same may be reported again. */
export function useTimelineReading(
  rows: readonly TimelineRow[],
  timeline: TimelineScroll,
  onReadUpTo: (rev: number) => void,
): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const report = useEffectEvent(() => {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    const newest = newestSeen(rows, timeline);
    if (newest > 0) onReadUpTo(newest);
  });
  const soon = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(report, settleMs);
  });
  const { scroller } = timeline;
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    addEventListener('focus', soon, { signal });
    addEventListener('resize', soon, { signal });
    document.addEventListener('visibilitychange', soon, { signal });
    scroller.current?.addEventListener('scroll', soon, { signal, passive: true });
    return () => {
      abort.abort();
      clearTimeout(timer.current);
    };
  }, [scroller]);
  useEffect(() => soon(), [rows]);
}

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { TimelineRow } from './timeline-rows.ts';
import { indexOfKey, indexOfMessage, type TimelineScroll } from './timeline-scroll.ts';
import type { MessageListProps } from './types.ts';

/** The message that lights up; another `nonce` lights it up again. */
export interface Flash {
  messageId: string;
  nonce: number;
}

/** The line before the divider stays in sight: it shows the position before. */
export const aboveDivider = (rows: readonly TimelineRow[]): number => {
  const divider = indexOfKey(rows, 'new');
  return divider < 0 ? -1 : Math.max(0, divider - 1);
};

const hasMessages = (rows: readonly TimelineRow[]) => rows.some((row) => row.kind === 'message');

/** The scroll position when a room opens, when a message is asked for by its address, and when the reader sends. */
export function useTimelinePosition(
  rows: readonly TimelineRow[],
  timeline: TimelineScroll,
  props: MessageListProps,
): Flash | null {
  const { target, hasNewer, onJumpToLatest, editingId } = props;
  const { pinned, toEnd, note, goTo } = timeline;
  const opened = useRef(false);
  const shownNonce = useRef<number | null>(null);
  const [flash, setFlash] = useState<Flash | null>(null);

  // A log that comes back to the page (strict mode does it at once) finds its place again.
  useLayoutEffect(
    () => () => {
      opened.current = false;
      shownNonce.current = null;
    },
    [],
  );
  useLayoutEffect(() => {
    if (opened.current || !hasMessages(rows)) return;
    opened.current = true;
    if (target) return;
    const divided = indexOfKey(rows, 'new') >= 0;
    if (!divided && !hasNewer) return toEnd();
    const [first] = rows;
    goTo(divided ? aboveDivider : (all) => indexOfKey(all, first?.key ?? null), 'start');
    pinned.current = false;
  }, [rows, target, hasNewer, goTo, toEnd, pinned]);

  useLayoutEffect(() => {
    if (!target || shownNonce.current === target.nonce) return;
    if (indexOfMessage(rows, target.messageId) < 0) return;
    shownNonce.current = target.nonce;
    pinned.current = false;
    goTo((all) => indexOfMessage(all, target.messageId), 'center');
    setFlash(target);
  }, [rows, target, goTo, pinned]);

  useLayoutEffect(() => {
    if (editingId !== null) goTo((all) => indexOfMessage(all, editingId), 'auto');
  }, [editingId, goTo]);

  useOwnMessage(rows, () => (hasNewer ? onJumpToLatest() : toEnd()));
  useEffect(note, [rows, note]);
  return flash;
}

/** Calls `onSent` when the reader's own message appears at the end. */
function useOwnMessage(rows: readonly TimelineRow[], onSent: () => void): void {
  const last = rows.at(-1);
  const pending = last?.kind === 'message' && last.shown.state !== 'sent' ? last.key : null;
  const before = useRef(pending);
  const sent = useEffectEvent(onSent);
  useLayoutEffect(() => {
    if (pending !== null && pending !== before.current) sent();
    before.current = pending;
  }, [pending]);
}

/** “Jump to latest”: scrolls there, or asks for the newest page and scrolls to its end once it is loaded. */
export function useJumpToLatest(
  rows: readonly TimelineRow[],
  timeline: TimelineScroll,
  props: MessageListProps,
): () => void {
  const { hasNewer, onJumpToLatest } = props;
  const { toEnd } = timeline;
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (!wanted.current || hasNewer) return;
    wanted.current = false;
    toEnd();
  }, [rows, hasNewer, toEnd]);
  return useCallback(() => {
    if (!hasNewer) return toEnd();
    wanted.current = true;
    onJumpToLatest();
  }, [hasNewer, onJumpToLatest, toEnd]);
}

import { isKey } from '#client/ui/keys.ts';
import { useWithActions } from '#client/lib/use-features.ts';
import { openDialog } from '#client/lib/overlays.ts';
import type { RoomActor } from '#shared/permissions.ts';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { messageSheet } from './dialogs.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { indexOfKey, type TimelineScroll } from './timeline-scroll.ts';
import type { DisplayMessage } from './types.ts';

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

function lastMessage(rows: readonly TimelineRow[]): string | null {
  return rows.findLast((row) => row.kind === 'message')?.key ?? null;
}

/** The message so many messages further; the last one before the end where there are fewer. */
function stepped(rows: readonly TimelineRow[], from: number, step: number): TimelineRow | undefined {
  const messages = rows.filter((row) => row.kind === 'message');
  const at = messages.findIndex((row) => row === rows[from]);
  return messages[Math.max(0, Math.min(at + step, messages.length - 1))];
}

/** Runs the action of a key on a message, once the actions are loaded; true where it was done at once. */
function shortcut(
  event: KeyboardEvent,
  { message, state }: DisplayMessage,
  actor: RoomActor,
  withActions: ReturnType<typeof useWithActions>,
): boolean {
  if (state !== 'sent' || message.notice) return false;
  const context = { message, actor };
  let done = isKey(event, { key: 'Enter' });
  if (done) openDialog(messageSheet, context);
  else {
    withActions(({ messageActions }) => {
      const action = messageActions.find(({ keys }) => keys !== undefined && isKey(event, { key: keys.toLowerCase() }));
      if (!action?.offered(context)) return;
      action.run(context);
      done = true;
    });
  }
  return done;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Which row Tab reaches: the one last in focus, at first the newest. */
export function useActiveRow() {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const tabbableOf = (rows: readonly TimelineRow[]) =>
    indexOfKey(rows, activeKey) >= 0 ? activeKey : lastMessage(rows);
  return { activeKey, setActiveKey, tabbableOf };
}

export type ActiveRow = ReturnType<typeof useActiveRow>;

/** Arrow keys, Home and End move between messages, letters act on the one in focus. */
export function useTimelineKeyboard(
  { activeKey, setActiveKey }: ActiveRow,
  rows: readonly TimelineRow[],
  timeline: Pick<TimelineScroll, 'scroller' | 'goTo'>,
  actor: RoomActor,
) {
  const withActions = useWithActions();
  const { scroller, goTo } = timeline;
  const wanted = useRef<string | null>(null);
  // A row that was asked for may be drawn only now.
  useEffect(() => {
    if (wanted.current === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  const move = (from: number, step: number) => {
    const next = stepped(rows, from, step);
    if (!next || next === rows[from]) return;
    wanted.current = next.key;
    setActiveKey(next.key);
    goTo((all) => indexOfKey(all, next.key), 'auto');
  };
  return {
    onFocus: (event: FocusEvent) => {
      const key = rowOf(event.target)?.dataset['row'];
      if (key && key !== activeKey) setActiveKey(key);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const element = rowOf(event.target);
      if (!element || element !== event.target || event.ctrlKey || event.metaKey || event.altKey) return;
      const index = indexOfKey(rows, element.dataset['row'] ?? null);
      const row = rows[index];
      if (row?.kind !== 'message') return;
      const step = steps[event.key];
      if (step !== undefined) move(index, step);
      else if (!shortcut(event, row.shown, actor, withActions)) return;
      event.preventDefault();
    },
  };
}

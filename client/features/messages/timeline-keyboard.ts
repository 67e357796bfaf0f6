import { isKey } from '#client/ui/keys.ts';
import type { OfferedMessageAction } from '#client/lib/actions.ts';
import { useActions } from '#client/lib/use-features.ts';
import { openDialog } from '#client/lib/overlays.ts';
import type { RoomActor } from '#shared/permissions.ts';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { messageSheet } from './dialogs.ts';
import type { Item } from './items.ts';
import { indexOfKey, type TimelineScroll } from './timeline-scroll.ts';
import type { DisplayMessage } from './view.ts';

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

function lastMessage(items: readonly Item[]): string | null {
  return items.findLast((item) => item.kind === 'message')?.key ?? null;
}

/** The message so many messages further; the last one before the end where there are fewer. */
function stepped(items: readonly Item[], from: number, step: number): Item | undefined {
  const rows = items.filter((item) => item.kind === 'message');
  const at = rows.findIndex((item) => item === items[from]);
  return rows[Math.max(0, Math.min(at + step, rows.length - 1))];
}

/** Does what a key stands for on a message; `actions` are those of all features, once they are loaded. */
function shortcut(
  event: KeyboardEvent,
  { message, state }: DisplayMessage,
  actor: RoomActor,
  actions: readonly OfferedMessageAction[],
): boolean {
  if (state !== 'sent' || message.notice) return false;
  const context = { message, actor };
  if (isKey(event, { key: 'Enter' })) {
    openDialog(messageSheet, context);
    return true;
  }
  const action = actions.find(({ keys }) => keys !== undefined && isKey(event, { key: keys.toLowerCase() }));
  if (!action?.offered(context)) return false;
  action.run(context);
  return true;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Which row Tab reaches: the one last in focus, at first the newest. */
export function useActiveRow() {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const tabbableOf = (items: readonly Item[]) => (indexOfKey(items, activeKey) >= 0 ? activeKey : lastMessage(items));
  return { activeKey, setActiveKey, tabbableOf };
}

export type ActiveRow = ReturnType<typeof useActiveRow>;

/** Arrow keys, Home and End move between messages, letters act on the one in focus. */
export function useTimelineKeyboard(
  { activeKey, setActiveKey }: ActiveRow,
  items: readonly Item[],
  timeline: TimelineScroll,
  actor: RoomActor,
) {
  const { messageActions } = useActions();
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
    const next = stepped(items, from, step);
    if (!next || next === items[from]) return;
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
      const index = indexOfKey(items, element.dataset['row'] ?? null);
      const item = items[index];
      if (item?.kind !== 'message') return;
      const step = steps[event.key];
      if (step !== undefined) move(index, step);
      else if (!shortcut(event, item.shown, actor, messageActions)) return;
      event.preventDefault();
    },
  };
}

import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { closeDialog, openDialog, useOverlays } from './dialogs.ts';
import { useRoomLines } from './room-lines.ts';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The keys that work everywhere on the signed-in page. */
export function useShortcuts(currentId: string | null): void {
  const [, navigate] = useLocation();
  const { rooms, directs } = useRoomLines(currentId);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      if (useOverlays.getState().dialog?.kind === 'switcher') closeDialog();
      else openDialog({ kind: 'switcher' });
    } else if (
      event.altKey &&
      !event.ctrlKey &&
      !event.metaKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    ) {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey);
    } else if (event.key === '?' && !isWriting(event.target) && useOverlays.getState().dialog === null) {
      event.preventDefault();
      openDialog({ kind: 'shortcuts' });
    }
  });
  /** To the next or previous room in the sidebar's order, around its ends. */
  function step(by: 1 | -1, unreadOnly: boolean): void {
    const lines = [...rooms, ...directs];
    const start = lines.findIndex((line) => line.id === currentId);
    for (let distance = 1; distance <= lines.length; distance++) {
      const line = lines.at((Math.max(start, by > 0 ? start : 0) + by * distance) % lines.length);
      if (!line || line.id === currentId || (unreadOnly && line.unreadCount + line.mentionCount === 0)) continue;
      navigate(line.href);
      return;
    }
  }
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

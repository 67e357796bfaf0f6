import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { isComposing, isKey } from '#client/ui/keys.ts';
import { shortcutsDialog, switcherDialog } from './dialogs.ts';
import { closeDialog, isOpen, openDialog, useOverlays } from '#client/lib/overlays.ts';
import { useRoomLines } from './room-lines.ts';
import { isTextBox, roomStep } from './room-step.ts';

/** The keys that work everywhere on the signed-in page. It shows nothing. */
export function Shortcuts({ currentId }: { currentId: string | null }) {
  const [, navigate] = useLocation();
  const { rooms, directs } = useRoomLines(currentId);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return;
    const toRoom = roomStep(event, event.target);
    if (isKey(event, { key: 'k', mod: true })) {
      event.preventDefault();
      if (isOpen(switcherDialog)) closeDialog();
      else openDialog(switcherDialog, {});
    } else if (toRoom) {
      event.preventDefault();
      step(toRoom.by, toRoom.unread);
    } else if (isKey(event, { key: '?' }) && !isTextBox(event.target) && useOverlays.getState().dialog === null) {
      event.preventDefault();
      openDialog(shortcutsDialog, {});
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
  return null;
}

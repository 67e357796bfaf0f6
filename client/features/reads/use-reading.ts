import { useCallback, useEffect, useRef, useState } from 'react';
import type { Message } from '#shared/messages.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import { client } from '#client/lib/trpc.ts';

/** Reading is told this often at most, in ms. */
const tellMs = 250;

/** Where the reader stands in the open room. */
export interface Reading {
  /** The read mark that the divider follows: as it was when the room opened, or when the reader looked away. */
  dividerAfter: number | null;
  onReadUpTo: (rev: number) => void;
}

/** Marks read what was seen, and keeps the divider where it was found. Give the component `key={room.id}`. */
export function useReading(room: RoomSummary): Reading {
  const [dividerAfter, setDividerAfter] = useState(room.unreadCount > 0 ? room.lastReadRev : null);
  const [before, setBefore] = useState({ lastReadRev: room.lastReadRev, unreadCount: room.unreadCount });
  // Marked unread on purpose, here or on another device: what is on screen does not count as read any more.
  const [held, setHeld] = useState(false);
  if (before.lastReadRev !== room.lastReadRev || before.unreadCount !== room.unreadCount) {
    setBefore({ lastReadRev: room.lastReadRev, unreadCount: room.unreadCount });
    if (room.lastReadRev < before.lastReadRev) {
      setHeld(true);
      setDividerAfter(room.lastReadRev);
    } else if (before.unreadCount === 0 && room.unreadCount > 0 && !document.hasFocus())
      setDividerAfter(room.lastReadRev);
  }
  const tell = useTelling(room.id);
  const { lastReadRev, unreadCount } = room;
  const onReadUpTo = useCallback(
    (rev: number) => {
      if (!held && rev > lastReadRev && unreadCount > 0) tell(rev);
    },
    [held, lastReadRev, unreadCount, tell],
  );
  return { dividerAfter, onReadUpTo };
}

/** Sends the furthest rev after a moment; a failure is made good by the next reading. */
function useTelling(roomId: string): (rev: number) => void {
  const furthest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = useCallback(() => {
    timer.current = undefined;
    client.reads.mark.mutate({ roomId, rev: furthest.current }).catch(() => undefined);
  }, [roomId]);
  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      send();
    },
    [send],
  );
  return useCallback(
    (rev: number) => {
      furthest.current = Math.max(furthest.current, rev);
      timer.current ??= setTimeout(send, tellMs);
    },
    [send],
  );
}

/** The divider stands above the first unread message of somebody else: own ones and notices are never unread. */
export function unreadFrom(messages: readonly Message[], dividerAfter: number | null, meId: string): number | null {
  if (dividerAfter === null) return null;
  const first = messages.find(
    (message) => message.rev > dividerAfter && message.authorId !== meId && message.notice === null,
  );
  return first && Number.isFinite(first.rev) ? first.rev - 1 : dividerAfter;
}

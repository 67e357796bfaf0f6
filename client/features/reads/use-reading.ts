import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Message } from '#shared/messages.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { RoomsSnapshot } from '#client/features/rooms/apply-to-rooms.ts';
import { roomsSnapshot } from '#client/features/rooms/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { readMarks } from './read-marks.ts';

/** How far the reader has read the open room. */
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
    } else {
      // Read after all, on another device.
      if (room.lastReadRev > before.lastReadRev) setHeld(false);
      if (before.unreadCount === 0 && room.unreadCount > 0 && !document.hasFocus()) setDividerAfter(room.lastReadRev);
    }
  }
  const { id, lastReadRev } = room;
  useEffect(() => {
    if (held) readMarks.drop(id);
  }, [held, id]);
  const seen = useRef(0);
  const onReadUpTo = useCallback(
    (seenRev: number) => {
      seen.current = seenRev;
      const snapshot = queryClient.getQueryData(roomsSnapshot.query().queryKey);
      const mark = snapshot ? markAfter(snapshot, id, seenRev) : null;
      // The cache is ahead of the screen where the mark just went back.
      const wentBack = (snapshot?.rooms.find((known) => known.id === id)?.lastReadRev ?? 0) < lastReadRev;
      if (mark !== null && !held && !wentBack) readMarks.set(id, mark);
    },
    [held, id, lastReadRev],
  );
  // The messages may have been read before the stream brought them: then the room counts what is already on screen.
  const recheck = useEffectEvent(() => {
    if (seen.current > 0 && document.visibilityState === 'visible' && document.hasFocus()) onReadUpTo(seen.current);
  });
  const { unreadCount, mentionCount } = room;
  useEffect(() => recheck(), [unreadCount, mentionCount]);
  return { dividerAfter, onReadUpTo };
}

/**
 * Where the mark goes when the message of `seenRev` was seen, or null when it need not move. From the newest message it
 * goes to the snapshot's own rev, because an edit calls by a later one than that of its message.
 */
export function markAfter({ rev, rooms }: RoomsSnapshot, roomId: string, seenRev: number): number | null {
  const room = rooms.find(({ id }) => id === roomId);
  if (!room || room.unreadCount + room.mentionCount === 0) return null;
  const mark = seenRev >= room.lastMessageRev ? Math.max(seenRev, rev) : seenRev;
  return mark > room.lastReadRev ? mark : null;
}

/** The divider is above the first unread message of somebody else: own ones and notices are never unread. */
export function unreadFrom(messages: readonly Message[], dividerAfter: number | null, meId: string): number | null {
  if (dividerAfter === null) return null;
  const first = messages.find(
    (message) => message.rev > dividerAfter && message.authorId !== meId && message.notice === null,
  );
  return first && Number.isFinite(first.rev) ? first.rev - 1 : dividerAfter;
}

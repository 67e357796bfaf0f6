import { useEffect } from 'react';
import { isolate } from '#client/lib/isolate.ts';
import { useRooms } from '#client/features/rooms/use-rooms.ts';

/** The window's title: what is unread, where one is, and the product's name. */
export function useTitle(heading: string | null): void {
  const unread = useRooms().reduce(
    (sum, room) => sum + (room.kind === 'direct' ? Math.max(room.unreadCount, room.mentionCount) : room.mentionCount),
    0,
  );
  const waiting = useRooms().some((room) => room.unreadCount > 0);
  useEffect(() => {
    const mark = unread > 0 ? `(${unread}) ` : waiting ? '• ' : '';
    document.title = `${mark}${heading === null ? '' : `${isolate(heading)} · `}Parley`;
    return () => {
      document.title = 'Parley';
    };
  }, [unread, waiting, heading]);
}

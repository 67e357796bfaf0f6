import type { LogEvent } from '#shared/events.ts';
import type { Pin, Pins } from '#shared/pins.ts';
import { defineSnapshot } from '#client/lib/snapshots.ts';
import { queryClient } from '#client/lib/trpc.ts';

function applyToPins(snapshot: Pins, event: LogEvent): Pins {
  const without = (messageId: string) => snapshot.pins.filter((pin) => pin.messageId !== messageId);
  switch (event.kind) {
    case 'pin.added': {
      const { id: messageId, authorId, text, createdAt } = event.message;
      const pin: Pin = { messageId, authorId, text, createdAt, pinnedBy: event.by, pinnedAt: event.at };
      return { ...snapshot, pins: [pin, ...without(messageId)] };
    }
    case 'pin.removed':
    case 'message.recalled':
      return isPinned(snapshot, event.messageId) ? { ...snapshot, pins: without(event.messageId) } : snapshot;
    case 'message.edited': {
      const { id, text } = event.message;
      if (!isPinned(snapshot, id)) return snapshot;
      return { ...snapshot, pins: snapshot.pins.map((pin) => (pin.messageId === id ? { ...pin, text } : pin)) };
    }
    default:
      return snapshot;
  }
}

const isPinned = ({ pins }: Pins, messageId: string): boolean => pins.some((pin) => pin.messageId === messageId);

export const pinsSnapshot = defineSnapshot({
  name: 'pins',
  scope: 'room',
  boot: true,
  load: (api, roomId: string) => api.pins.list.query({ roomId }),
  apply: applyToPins,
});

/** Whether the message is pinned, as far as the page knows. */
export function isKnownPinned(roomId: string, messageId: string): boolean {
  const known = queryClient.getQueryData(pinsSnapshot.query(roomId).queryKey);
  return known !== undefined && isPinned(known, messageId);
}

import { create } from 'zustand';
import type { EventOf } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';

/** Who writes in each room, with the time (ms) at which to stop believing it. */
interface TypingState {
  rooms: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The server ends typing by itself; this is for a stop that was lost. */
const believedMs = limits.typingMs + 2_000;

export const useTypingStore = create<TypingState>(() => ({ rooms: {} }));

export function noteTyping({ roomId, userId, typing }: EventOf<'typing'>, now: number): void {
  useTypingStore.setState(({ rooms }) => {
    const { [userId]: _before, ...others } = rooms[roomId] ?? {};
    return { rooms: { ...rooms, [roomId]: typing ? { ...others, [userId]: now + believedMs } : others } };
  });
}

/** After a drop nobody knows who still writes. */
export const forgetTyping = (): void => useTypingStore.setState({ rooms: {} });

/** Drops those whose time is over. */
export function sweepTyping(now: number): void {
  const { rooms } = useTypingStore.getState();
  const stale = Object.values(rooms).some((people) => Object.values(people).some((until) => until <= now));
  if (!stale) return;
  const fresh = Object.entries(rooms).map(
    ([roomId, people]) =>
      [roomId, Object.fromEntries(Object.entries(people).filter(([, until]) => until > now))] as const,
  );
  useTypingStore.setState({ rooms: Object.fromEntries(fresh) });
}

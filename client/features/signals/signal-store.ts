import { create } from 'zustand';
import type { EventOf } from '#shared/events.ts';
import { type Signal, signalMs } from '#shared/signals.ts';

export interface SeenSignal {
  readonly userId: string;
  readonly signal: Signal;
  /** The time (ms) at which to stop believing it. */
  readonly until: number;
}

/** What people are seen doing in each room, in the order in which they began. */
interface SignalState {
  rooms: Readonly<Record<string, readonly SeenSignal[]>>;
}

/** The server ends a signal by itself; this is for an end that was lost. */
const graceMs = 2_000;

export const useSignalStore = create<SignalState>(() => ({ rooms: {} }));

/** A newer server may send signals that this page does not know. */
const isKnown = (signal: string): signal is Signal => Object.hasOwn(signalMs, signal);

export function noteSignal({ roomId, userId, signal, on }: EventOf<'signal'>, now: number): void {
  if (!isKnown(signal)) return;
  useSignalStore.setState(({ rooms }) => {
    const before = rooms[roomId] ?? [];
    const isIt = (seen: SeenSignal) => seen.userId === userId && seen.signal === signal;
    const it = { userId, signal, until: now + signalMs[signal] + graceMs };
    if (!on) return { rooms: { ...rooms, [roomId]: before.filter((seen) => !isIt(seen)) } };
    const after = before.some(isIt) ? before.map((seen) => (isIt(seen) ? it : seen)) : [...before, it];
    return { rooms: { ...rooms, [roomId]: after } };
  });
}

/** Ends missed while the stream was down are not sent again. */
export const forgetSignals = (): void => useSignalStore.setState({ rooms: {} });

/** Drops those whose time is over. */
export function sweepSignals(now: number): void {
  const { rooms } = useSignalStore.getState();
  if (!Object.values(rooms).some((seen) => seen.some(({ until }) => until <= now))) return;
  const fresh = Object.entries(rooms).map(
    ([roomId, seen]) => [roomId, seen.filter(({ until }) => until > now)] as const,
  );
  useSignalStore.setState({ rooms: Object.fromEntries(fresh) });
}

import { useEffect } from 'react';
import type { Signal } from '#shared/signals.ts';
import { client } from '#client/lib/trpc.ts';
import { type SeenSignal, sweepSignals, useSignalStore } from './signal-store.ts';

const sweepMs = 1_000;
const none: readonly SeenSignal[] = [];

/** What people are doing in a room now, the first to begin first. */
export function useSignals(roomId: string): readonly SeenSignal[] {
  const seen = useSignalStore((state) => state.rooms[roomId] ?? none);
  useEffect(() => {
    const timer = setInterval(() => sweepSignals(Date.now()), sweepMs);
    return () => clearInterval(timer);
  }, []);
  return seen;
}

/** Lost without harm. */
export function sendSignal(roomId: string, signal: Signal, on: boolean): void {
  client.signals.set.mutate({ roomId, signal, on }).catch(() => undefined);
}

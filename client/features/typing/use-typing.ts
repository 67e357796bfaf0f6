import { useEffect } from 'react';
import { client } from '#client/lib/trpc.ts';
import { sweepTyping, useTypingStore } from './typing-store.ts';

const sweepMs = 1_000;
const nobody: Readonly<Record<string, number>> = {};

/** Ids of those who write in a room now, who began first standing first. */
export function useTypingIn(roomId: string): string[] {
  const people = useTypingStore((state) => state.rooms[roomId] ?? nobody);
  useEffect(() => {
    const timer = setInterval(() => sweepTyping(Date.now()), sweepMs);
    return () => clearInterval(timer);
  }, []);
  return Object.keys(people);
}

/** Lost without harm. */
export function tellTyping(roomId: string, typing: boolean): void {
  client.typing.set.mutate({ roomId, typing }).catch(() => undefined);
}

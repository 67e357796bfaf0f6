import { useEffect, useRef } from 'react';

const repeatMs = 3_000;
const idleMs = 5_000;

/** Turns keystrokes into a signal for others: on at most every three seconds, off once after five without one. */
export function useTypingSignal(onTyping: (typing: boolean) => void) {
  const state = useRef<{ saidAt: number; idle: ReturnType<typeof setTimeout> | undefined }>({
    saidAt: 0,
    idle: undefined,
  });
  const send = useRef(onTyping);
  send.current = onTyping;
  const stop = () => {
    clearTimeout(state.current.idle);
    if (state.current.saidAt === 0) return;
    state.current.saidAt = 0;
    send.current(false);
  };
  const note = () => {
    const now = Date.now();
    if (now - state.current.saidAt >= repeatMs) {
      state.current.saidAt = now;
      send.current(true);
    }
    clearTimeout(state.current.idle);
    state.current.idle = setTimeout(stop, idleMs);
  };
  useEffect(() => stop, []);
  return { note, stop };
}

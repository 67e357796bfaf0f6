import { useSyncExternalStore } from 'react';

/** Wide enough for rooms and conversation side by side; the same width as the shell's breakpoint. */
const wide = matchMedia('(min-width: 48rem)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

export const isWide = (): boolean => wide.matches;
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide);

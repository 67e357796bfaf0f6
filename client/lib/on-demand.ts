import { part } from './load-part.ts';

/** A part of the page that is also read without waiting; null until it is loaded. */
export interface OnDemand<T> {
  get: () => T | null;
  load: () => Promise<void>;
  subscribe: (listener: () => void) => () => void;
}

export function onDemand<T>(fetchPart: () => Promise<T>): OnDemand<T> {
  let loaded: T | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => loaded,
    load: part(async () => {
      loaded = await fetchPart();
      for (const listener of listeners) listener();
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

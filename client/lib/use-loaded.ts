import { useEffect, useEffectEvent, useState } from 'react';

interface Loaded<T> {
  loaded: T | null;
  /** The sentence of what went wrong. */
  failed: string | null;
  retry: () => void;
}

/** What a dialog needs once, when it opens; `load` runs again when `about` changes or on `retry`. */
export function useLoaded<T>(load: () => Promise<T>, about: string): Loaded<T> {
  const [state, setState] = useState<{ loaded: T | null; failed: string | null }>({ loaded: null, failed: null });
  const [attempt, setAttempt] = useState(0);
  const start = useEffectEvent(load);
  useEffect(() => {
    let current = true;
    setState({ loaded: null, failed: null });
    start().then(
      (loaded) => current && setState({ loaded, failed: null }),
      (error: unknown) =>
        current && setState({ loaded: null, failed: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [about, attempt]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}

import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface Loaded<T> {
  loaded: T | null;
  /** The sentence of what went wrong. */
  failed: string | null;
  retry: () => void;
}

/**
 * What a dialog needs when it opens; `load` runs again when `about` changes or on `retry`. When `version` changes it runs
 * too, and the old stays shown until the new is there.
 */
export function useLoaded<T>(load: () => Promise<T>, about: string, version = ''): Loaded<T> {
  const [state, setState] = useState<{ loaded: T | null; failed: string | null }>({ loaded: null, failed: null });
  const [attempt, setAttempt] = useState(0);
  const shown = useRef('');
  const start = useEffectEvent(load);
  useEffect(() => {
    let current = true;
    const subject = `${about} ${attempt}`;
    if (shown.current !== subject) setState({ loaded: null, failed: null });
    shown.current = subject;
    start().then(
      (loaded) => current && setState({ loaded, failed: null }),
      (error: unknown) =>
        current && setState({ loaded: null, failed: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [about, attempt, version]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** One column, as on a phone: the same bound as Tailwind's `md`. */
export const usePhone = (): boolean => useMedia('(width < 48rem)');

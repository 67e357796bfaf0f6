import { useEffect } from 'react';
import { useRealtime } from '#client/lib/realtime.ts';
import { tabId } from '#client/lib/tab.ts';
import { client } from '#client/lib/trpc.ts';

/** Nobody touched anything for so long: they are away. */
const idleMs = 5 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the server whether somebody is at this tab; told again whenever the stream comes back. */
export function useActivity(): void {
  const live = useRealtime((state) => state.state === 'live');
  useEffect(() => {
    if (!live) return undefined;
    let active = true;
    let timer = setTimeout(() => say(false), idleMs);
    const abort = new AbortController();
    function say(now: boolean): void {
      if (active === now) return;
      active = now;
      client.presence.set.mutate({ tabId, active }).catch(() => undefined);
    }
    function sign(): void {
      clearTimeout(timer);
      timer = setTimeout(() => say(false), idleMs);
      if (document.visibilityState === 'visible') say(true);
    }
    function turned(): void {
      if (document.visibilityState === 'visible') sign();
      else say(false);
    }
    for (const type of signs) addEventListener(type, sign, { signal: abort.signal, passive: true });
    document.addEventListener('visibilitychange', turned, { signal: abort.signal });
    turned();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [live]);
}

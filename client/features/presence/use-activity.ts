import { useEffect, useRef } from 'react';
import { LatestCall } from '#client/lib/latest-call.ts';
import { useRealtime } from '#client/lib/realtime.ts';
import { tabId } from '#client/lib/tab.ts';
import { client } from '#client/lib/trpc.ts';

/** Nobody touched anything for so long: they are away. */
const idleMs = 5 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether somebody is at this tab, on its way to the server. */
export const activityReports = new LatestCall<boolean>({
  call: (tab, active) => client.presence.set.mutate({ tabId: tab, active }),
  delayMs: 0,
  gapMs: 250,
});

/** Reports to the server whether somebody is at this tab, again whenever the stream comes back. */
export function useActivity(): void {
  const live = useRealtime((state) => state.state === 'live');
  const reported = useRef(true);
  useEffect(() => {
    if (!live) return undefined;
    // A new stream counts as active, or as what this tab reported last.
    let active = reported.current ? true : null;
    let timer = setTimeout(() => say(false), idleMs);
    const abort = new AbortController();
    function say(now: boolean): void {
      if (active === now) return;
      active = now;
      reported.current = now;
      activityReports.set(tabId, now);
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

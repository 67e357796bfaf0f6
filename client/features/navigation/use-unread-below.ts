import { useEffect, useState, type RefObject } from 'react';

/**
 * The first unread room below what the list shows, or null. `unread` names the unread rooms, to measure again when they change.
 */
export function useUnreadBelow(list: RefObject<HTMLElement | null>, unread: string): HTMLElement | null {
  const [below, setBelow] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const hidden = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
          if (!isIntersecting && rootBounds && boundingClientRect.top >= rootBounds.bottom) hidden.add(target);
          else hidden.delete(target);
        }
        setBelow([...root.querySelectorAll<HTMLElement>('[data-unread]')].find((item) => hidden.has(item)) ?? null);
      },
      { root },
    );
    for (const item of root.querySelectorAll('[data-unread]')) observer.observe(item);
    return () => {
      observer.disconnect();
      setBelow(null);
    };
  }, [list, unread]);
  return below;
}

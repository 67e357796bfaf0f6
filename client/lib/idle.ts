import { useEffect } from 'react';

let isDrawn = false;
let waiting: (() => void)[] = [];

/** Runs `work` once the first screen is drawn, or at once afterwards: nothing it loads delays the first message. */
export function afterFirstScreen(work: () => void): void {
  if (isDrawn) work();
  else waiting.push(work);
}

/** Does what will be wanted soon once the first screen is drawn and nothing else is to be done. */
export function whenIdle(work: () => unknown): void {
  afterFirstScreen(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void work(), { timeout: 3_000 });
    else setTimeout(() => void work(), 500); // Safari has no such callback.
  });
}

/** The first screen has all that it shows; what waits begins after the browser has drawn it. */
export function firstScreenReady(): void {
  const begin = () => {
    isDrawn = true;
    const works = waiting;
    waiting = [];
    for (const work of works) work();
  };
  // The first callback runs before the frame is drawn. A page that nobody sees draws none.
  if (document.hidden) setTimeout(begin);
  else requestAnimationFrame(() => requestAnimationFrame(begin));
}

/** For screens: says that the first one is ready once `ready` holds. */
export function useFirstScreen(ready: boolean): void {
  useEffect(() => {
    if (ready) firstScreenReady();
  }, [ready]);
}

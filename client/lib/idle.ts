/** Does what will be wanted soon once nothing else is to be done: the parts of a screen that its first paint does not need. */
export function whenIdle(work: () => unknown): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void work(), { timeout: 3_000 });
  else setTimeout(() => void work(), 500); // Safari has no such callback.
}

import { nanoid } from 'nanoid';

/** This tab until it is closed or reloaded; a copy of a tab is another one. */
export const tabId = nanoid();

const lockName = (id: string) => `parley-tab-${id}`;

/** Holds a lock for as long as the tab lives, so that others can tell. */
export function announceTab(): void {
  // Absent where the page is not served securely.
  void navigator.locks?.request(lockName(tabId), () => new Promise(() => undefined));
}

/** Whether another tab lives; false where browsers do not tell. */
export async function isTabAlive(id: string): Promise<boolean> {
  if (id === tabId) return true;
  const locks = await navigator.locks?.query();
  return locks?.held?.some((lock) => lock.name === lockName(id)) ?? false;
}

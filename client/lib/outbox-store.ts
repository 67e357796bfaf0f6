import { createStore, del, entries, set } from 'idb-keyval';
import type { MentionInput, Quote } from '#shared/messages.ts';

/** A message on its way, as it is kept on this device until the server has it. */
export interface OutboxEntry {
  tempId: string;
  userId: string;
  roomId: string;
  text: string;
  mentions: MentionInput[];
  replyTo: Quote | null;
  /** The person said yes to notifying a large room. */
  confirmed: boolean;
  createdAt: number;
  /** The tab that sends it, while that tab lives. */
  tabId: string;
}

const store = createStore('parley-outbox', 'messages');

/** Storage may be missing, refused or full: then an entry lives as long as its tab. */
async function whereAllowed<T>(attempt: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await attempt();
  } catch {
    return otherwise;
  }
}

export const keepEntry = (entry: OutboxEntry): Promise<void> =>
  whereAllowed(() => set(entry.tempId, entry, store), undefined);
export const dropEntry = (tempId: string): Promise<void> => whereAllowed(() => del(tempId, store), undefined);

/** A person's entries, oldest first. */
export async function keptEntries(userId: string): Promise<OutboxEntry[]> {
  const all = await whereAllowed(() => entries<string, OutboxEntry>(store), []);
  return all
    .map(([, entry]) => entry)
    .filter((entry) => entry.userId === userId)
    .sort((a, b) => a.createdAt - b.createdAt);
}

import { part } from '#client/lib/load-part.ts';
import type { Mention } from '#shared/messages.ts';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { TextContext } from './rendering.ts';

type Formatter = (text: string, mentions: readonly Mention[], context: TextContext) => ReactNode;

let formatter: Formatter | null = null;
const listeners = new Set<() => void>();

const load = part(() => import('./Formatted.tsx'));

/** Loads what parses and shows markup and links; until then, text is shown as it was written. */
export async function loadFormatter(): Promise<void> {
  formatter = (await load()).formatted;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What shows markup, once it is there. */
export const useFormatter = (): Formatter | null => useSyncExternalStore(subscribe, () => formatter);

// What may begin emphasis, code, a link, a quote or a list. Most of what people write has none of it.
const markup = /[*_~`\\[<]|:\/\/|www\.|[a-z\d]@[a-z\d]|^[ \t]{0,3}(?:>|[-+][ \t]|\d{1,3}[.)][ \t])/imu;

/** False where parsing would change nothing but paragraphs. */
export const hasMarkup = (text: string): boolean => markup.test(text);

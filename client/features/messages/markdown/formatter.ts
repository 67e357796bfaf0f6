import { useSyncExternalStore, type ReactNode } from 'react';
import type { Rendering } from './rendering.ts';

type Formatter = (rendering: Rendering) => ReactNode;

let formatter: Formatter | null = null;
const listeners = new Set<() => void>();

/** Loads what parses and shows markup (24 KB); until then, text is shown as it was written. */
export async function loadFormatter(): Promise<void> {
  formatter ??= (await import('./Formatted.tsx')).formatted;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What shows markup, once it is there. */
export const useFormatter = (): Formatter | null => useSyncExternalStore(subscribe, () => formatter);

// What may begin emphasis, code, a link, a quote or a list. Most of what people write has none of it.
const markup = /[*_~`\\[<]|^[ \t]{0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/mu;

/** False where parsing would change nothing but paragraphs. */
export const hasMarkup = (text: string): boolean => markup.test(text);

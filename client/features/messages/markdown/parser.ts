import type { Root } from 'mdast';
import { useSyncExternalStore } from 'react';

type Parse = (text: string) => Root;

let parse: Parse | null = null;
const listeners = new Set<() => void>();

/** Loads the parser (23 KB); until then, text is shown as it was written. */
export async function loadParser(): Promise<void> {
  parse ??= (await import('./parse.ts')).parse;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The parser once it is there. */
export const useParser = (): Parse | null => useSyncExternalStore(subscribe, () => parse);

// What may begin emphasis, code, a link, a quote or a list. Most of what people write has none of it.
const markup = /[*_~`\\[<]|^[ \t]{0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/mu;

/** False where parsing would change nothing but paragraphs. */
export const hasMarkup = (text: string): boolean => markup.test(text);

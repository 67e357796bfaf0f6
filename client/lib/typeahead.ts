import { whenIdle } from './idle.ts';
import { part } from './load-part.ts';

const loadMatching = part(() => import('./matching.ts'));

let matches = (typed: string, label: string): boolean => label.toLowerCase().startsWith(typed.toLowerCase());

/** Typed letters lead to labels that begin with them, to Chinese ones also by pinyin. */
export const matchesLabel = (typed: string, label: string): boolean => matches(typed, label);

/** Loads the pinyin; until then letters match as written. */
export async function loadTypeahead(): Promise<void> {
  const { atStart, loadPinyin, matchText } = await loadMatching();
  await loadPinyin();
  matches = (typed, label) => (matchText(typed, label)?.score ?? 0) >= atStart;
}

whenIdle(loadTypeahead);

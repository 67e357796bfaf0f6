import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/error-sentences.ts';
import { isolating } from './isolate.ts';
import { part } from './load-part.ts';
import { savePreference } from './preferences.ts';

/** The words of one feature: its English, and the folder whose `zh.ts` holds the same in Chinese. */
export interface Words<W extends object> {
  readonly folder: string;
  readonly en: W;
}
/** What every other language of a feature must have. */
export type WordsOf<S> = S extends Words<infer W> ? W : never;
type WordSets = Readonly<Record<string, Words<object>>>;
/** Several features' words, each under the name it is used by. */
export type WordsIn<S extends WordSets> = { readonly [K in keyof S]: WordsOf<S[K]> };

const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
/** By folder; English is in the features themselves. */
let chinese: Readonly<Record<string, object>> = {};
const listeners = new Set<() => void>();
let current: Language = 'en';
let wanted: Language = current;
const loadChinese = part(() => import('./translations.ts'));

/** Declares a feature's words, in its `en.ts`; `folder` is its path below `client`. */
export const defineWords = <W extends object>(folder: string, en: W): Words<W> => ({ folder, en });

/** The language `boot.js` chose before the first paint. */
export function languageAtBoot(): Language {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

/** Loads a language's words and turns the page to it; resolves once they are shown. Await it before the first render. */
export async function loadLanguage(language: Language): Promise<void> {
  wanted = language;
  if (language === 'zh') chinese = (await loadChinese()).zh;
  if (wanted !== language) return; // Another one was chosen meanwhile.
  current = language;
  document.documentElement.lang = tags[language];
  for (const listener of listeners) listener();
}

/** The same, as a person's own choice: it is remembered on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  savePreference('language', language);
  await loadLanguage(language);
}

export const currentLanguage = (): Language => current;

/** Calls `listener` when the page has turned to another language, until the result is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's language; the component renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

/** The words of the page's language, for code outside of components: `const words = wordsNow({ rooms: roomsWords })`. */
export function wordsNow<S extends WordSets>(sets: S): () => WordsIn<S> {
  const made = new Map<Language, WordsIn<S>>();
  return () => {
    const known = made.get(current) ?? compose(sets);
    made.set(current, known);
    return known;
  };
}

/** A hook for the words of the page's language: `const useT = wordsHook({ rooms: roomsWords })`, then `useT().rooms.create`. */
export function wordsHook<S extends WordSets>(sets: S): () => WordsIn<S> {
  const now = wordsNow(sets);
  return () => useSyncExternalStore(onLanguage, now);
}

function compose<S extends WordSets>(sets: S): WordsIn<S> {
  const words = Object.entries(sets).map(([name, { folder, en }]) => [
    name,
    isolating((current === 'zh' && chinese[folder]) || en),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each zh.ts is held to the type of its en.ts.
  return Object.fromEntries(words) as WordsIn<S>;
}

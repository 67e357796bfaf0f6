import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/error-sentences.ts';
import { isolating } from './isolate.ts';
import { part } from './load-part.ts';
import { en, type Dictionary } from './locales/en.ts';
import { savePreference } from './preferences.ts';

const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
const english = isolating(en);
const dictionaries: Partial<Record<Language, Dictionary>> = { en: english };
const listeners = new Set<() => void>();
let current: Language = 'en';
let wanted: Language = current;
const loadChinese = part(() => import('./locales/zh.ts'));

/** The language `boot.js` chose before the first paint. */
export function languageAtBoot(): Language {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

/** Loads a language's words and turns the page to it; resolves once they are shown. Await it before the first render. */
export async function loadLanguage(language: Language): Promise<void> {
  wanted = language;
  if (language === 'zh') dictionaries.zh = isolating((await loadChinese()).zh);
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
/** The words of the page's language, for code outside of components. */
export const words = (): Dictionary => dictionaries[current] ?? english;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's language; the component renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** The words of the page's language: `const t = useT(); t.rooms.create`. */
export function useT(): Dictionary {
  return useSyncExternalStore(subscribe, words);
}

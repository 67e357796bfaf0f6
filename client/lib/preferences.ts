import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/error-sentences.ts';
import { readStored, store } from './storage.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What a person chose on this device. `boot.js` reads `theme` and `language` before the first paint. */
export interface Preferences {
  theme: Theme;
  language: Language | null;
  /** Enter sends and Shift+Enter breaks the line; else Enter breaks and Ctrl/⌘+Enter sends. */
  enterSends: boolean;
}

const key = (name: keyof Preferences) => `parley.${name}`;
const listeners = new Set<() => void>();

function read(): Preferences {
  const theme = readStored(key('theme'));
  const language = readStored(key('language'));
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: language === 'en' || language === 'zh' ? language : null,
    enterSends: readStored(key('enterSends')) !== 'false',
  };
}

let preferences: Preferences | null = null;
export const currentPreferences = (): Preferences => (preferences ??= read());

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  // The browser's own bars take the colour of the theme that is shown.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const { scheme } = meta.dataset;
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all';
  }
}

/** Remembers one choice on this device and applies it at once. */
export function savePreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  preferences = { ...currentPreferences(), [name]: value };
  store(key(name), String(value));
  showTheme(preferences.theme);
  for (const listener of listeners) listener();
}

/** Another tab of the same person changed a choice. */
function onStorage(): void {
  const before = currentPreferences();
  const fresh = read();
  if (fresh.theme === before.theme && fresh.language === before.language && fresh.enterSends === before.enterSends)
    return;
  preferences = fresh;
  showTheme(fresh.theme);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', onStorage); // Only the first time.
  return () => listeners.delete(listener);
}

/** The choices of this device; the component renders again when one changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, currentPreferences);
}

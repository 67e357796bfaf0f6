import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/error-sentences.ts';

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

function stored(name: keyof Preferences): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null; // Storage may be refused; a default serves.
  }
}

function read(): Preferences {
  const theme = stored('theme');
  const language = stored('language');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: language === 'en' || language === 'zh' ? language : null,
    enterSends: stored('enterSends') !== 'false',
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
  try {
    localStorage.setItem(key(name), String(value));
  } catch {
    // Kept for this visit only.
  }
  showTheme(preferences.theme);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of the same person changed a choice.
  const onStorage = (event: StorageEvent) => {
    if (!event.key?.startsWith('parley.')) return;
    preferences = read();
    showTheme(preferences.theme);
    listener();
  };
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

/** The choices of this device; the component renders again when one changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, currentPreferences);
}

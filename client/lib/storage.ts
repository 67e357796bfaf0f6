/** `localStorage`, which may be missing, refused or full: what cannot be kept is kept for this visit only. */
function attempt<T>(access: () => T, otherwise: T): T {
  try {
    return access();
  } catch {
    return otherwise;
  }
}

export const readStored = (key: string): string | null => attempt(() => localStorage.getItem(key), null);

/** Null removes it. */
export const store = (key: string, value: string | null): void =>
  attempt(() => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)), undefined);

export const storedKeys = (prefix: string): string[] =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), []);

/** The parsed JSON of a key; null where there is none, or something else. */
export function readJson(key: string): unknown {
  return attempt((): unknown => JSON.parse(readStored(key) ?? 'null'), null);
}

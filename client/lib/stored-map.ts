import { create, type UseBoundStore, type StoreApi } from 'zustand';
import { readJson, store, storedKeys } from './storage.ts';

export type StoredMap<T> = UseBoundStore<StoreApi<Readonly<Record<string, T>>>>;

/**
 * Values kept on this device, each under a key of its own, so that tabs do not overwrite each other's. What another tab
 * changes arrives here; `onForeign` gets its name. A value of another version, which `isValid` refuses, is left out.
 */
export function storedMap<T>(
  prefix: string,
  isValid: (value: unknown) => value is T,
  onForeign?: (name: string) => void,
) {
  const read = (): Record<string, T> => {
    const values: Record<string, T> = {};
    for (const key of storedKeys(prefix)) {
      const value = readJson(key);
      if (isValid(value)) values[key.slice(prefix.length)] = value;
    }
    return values;
  };
  const use: StoredMap<T> = create(read);
  const show = (name: string, value: T | null): void => {
    const { [name]: _before, ...others } = use.getState();
    use.setState(value === null ? others : { ...others, [name]: value }, true);
  };
  addEventListener('storage', ({ key }) => {
    if (key === null) use.setState(read(), true);
    if (!key?.startsWith(prefix)) return;
    const name = key.slice(prefix.length);
    const value = readJson(key);
    show(name, isValid(value) ? value : null);
    onForeign?.(name);
  });
  /** Null forgets it. */
  const save = (name: string, value: T | null): void => {
    if (value === null && !(name in use.getState())) return;
    show(name, value);
    store(prefix + name, value === null ? null : JSON.stringify(value));
  };
  return { use, save };
}

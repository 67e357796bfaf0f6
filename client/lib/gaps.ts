import { hashKey, partialMatchKey, type QueryKey } from '@tanstack/react-query';

interface Gap {
  queryKey: QueryKey;
  rev: number;
}

/**
 * Which cached snapshots lack events. TanStack's `isInvalidated` cannot tell: every error sets it, also that of a single
 * page, and every success clears it, also that of a single page.
 */
export class Gaps {
  readonly #gaps = new Map<string, Gap>();

  /** What is cached under a key, or below it, lacks events unless it was read at `rev` or later. */
  mark(queryKey: QueryKey, rev: number): void {
    const key = hashKey(queryKey);
    if ((this.#gaps.get(key)?.rev ?? 0) < rev) this.#gaps.set(key, { queryKey, rev });
  }

  has(queryKey: QueryKey, data: unknown): boolean {
    const known = revOf(data);
    return [...this.#gaps.values()].some((gap) => known < gap.rev && partialMatchKey(queryKey, gap.queryKey));
  }
}

/** The rev that all of a snapshot is at least true at: that of its oldest page if it has pages. */
export function revOf(data: unknown): number {
  if (typeof data !== 'object' || data === null) return Infinity;
  if ('pages' in data && Array.isArray(data.pages)) return Math.min(...data.pages.map(revOf));
  return 'rev' in data && typeof data.rev === 'number' ? data.rev : Infinity;
}

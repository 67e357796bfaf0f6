import type { Query } from '@tanstack/react-query';
import { backoff } from '#shared/backoff.ts';
import type { Gaps } from './gaps.ts';
import { answeredWith, isPassing } from './problem.ts';
import { queryClient } from './trpc.ts';

/** Reads what is shown and has a gap, or could not be read again, until that succeeds. */
export class Refetcher {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;

  constructor(private readonly gaps: Gaps) {}

  /** A read of a query has ended: it may have failed, or have brought what is older than its gap. */
  ended(queryHash: string): void {
    const query = queryClient.getQueryCache().get(queryHash);
    if (!query) return;
    const { queryKey, state } = query;
    // One page of a window clears the mark, and an unmounted window would not be read again.
    if (this.gaps.has(queryKey, state.data)) query.invalidate();
    else if (state.status === 'success') this.#attempt = 0;
    if (!this.#needs(query)) return;
    this.#timer ??= setTimeout(() => this.run(), backoff(this.#attempt++, { base: 1_000, cap: 30_000 }));
  }

  /** Does not wait for the next try: the connection is back. */
  run(): void {
    this.close();
    this.#timer = undefined;
    void queryClient.refetchQueries({ type: 'active', predicate: (query) => this.#needs(query) });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #needs({ queryKey, state }: Query): boolean {
    if (state.data === undefined || state.fetchStatus !== 'idle') return false;
    const failed = state.status === 'error' && !state.fetchMeta?.fetchMore;
    const answer = answeredWith(state.error);
    return (!answer || isPassing(answer)) && (failed || this.gaps.has(queryKey, state.data));
  }
}

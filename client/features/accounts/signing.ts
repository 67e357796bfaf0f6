import { create } from 'zustand';
import type { Me } from '#shared/auth.ts';
import { statusQuery } from './queries.ts';
import { queryClient } from '#client/lib/trpc.ts';

/** Whether the person was in, and is no more. */
export const useSessionEnded = create<{ ended: boolean }>(() => ({ ended: false }));

/** The page turns to the rooms; the address stays, so that a permalink leads where it says. */
export function enter(me: Me): void {
  useSessionEnded.setState({ ended: false });
  queryClient.setQueryData(statusQuery.queryKey, (status) => status && { ...status, me, needsOwner: false });
}

/** The page turns to log-in and forgets everything it held of the person. Drafts and unsent messages stay kept. */
export function leave(ended: boolean): void {
  useSessionEnded.setState({ ended });
  queryClient.setQueryData(statusQuery.queryKey, (status) => status && { ...status, me: null, needsOwner: false });
  // All but the status: a query that is taken away no longer notifies those who look at it, and the page would stay.
  const { queryHash } = queryClient.getQueryCache().find({ queryKey: statusQuery.queryKey }) ?? {};
  queryClient.removeQueries({ predicate: (query) => query.queryHash !== queryHash });
  queryClient.getMutationCache().clear();
}

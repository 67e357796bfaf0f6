import { create } from 'zustand';
import type { Me } from '#shared/auth.ts';
import { cache, queryClient } from '#client/lib/trpc.ts';

/** Whether the person was in, and is no more. */
export const useSessionEnded = create<{ ended: boolean }>(() => ({ ended: false }));

/** The page turns to the rooms; the address stays, so that a permalink leads where it says. */
export function enter(me: Me): void {
  useSessionEnded.setState({ ended: false });
  cache.auth.status.setData(undefined, (status) => status && { ...status, me, needsOwner: false });
}

/** The page turns to log-in and forgets everything it held of the person. Drafts and unsent messages stay kept. */
export function leave(ended: boolean): void {
  useSessionEnded.setState({ ended });
  const status = cache.auth.status.getData();
  queryClient.clear();
  if (status) cache.auth.status.setData(undefined, { ...status, me: null, needsOwner: false });
}

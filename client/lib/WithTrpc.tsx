import type { ReactNode } from 'react';
import { queryClient } from './trpc.ts';
import { trpc, trpcClient } from './trpc-react.ts';

/** Around what uses tRPC's hooks: they come with the screens that a press opens, not with the first. */
export function WithTrpc({ children }: { children: ReactNode }) {
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      {children}
    </trpc.Provider>
  );
}

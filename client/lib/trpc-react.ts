import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query';
import { type AppRouter, client, links, queryClient } from './trpc.ts';

/** Hooks: `trpc.auth.sessions.useQuery()`, below `WithTrpc`. */
export const trpc = createTRPCReact<AppRouter>();
export const trpcClient = trpc.createClient({ links });
/** The cache by procedure, outside of components. */
export const cache: ReturnType<typeof createTRPCQueryUtils<AppRouter>> = createTRPCQueryUtils({ queryClient, client });

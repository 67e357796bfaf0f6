import { createTRPCReact } from '@trpc/react-query';
import { type AppRouter, links } from './trpc.ts';

/** Hooks: `trpc.rooms.browse.useInfiniteQuery(…)`, below `WithTrpc`. */
export const trpc = createTRPCReact<AppRouter>();
export const trpcClient = trpc.createClient({ links });

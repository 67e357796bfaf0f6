import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, type TRPCLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { limits } from '#shared/limits.ts';
import type { AppRouter } from '#server/router.ts';

export type { AppRouter };
export type Outputs = inferRouterOutputs<AppRouter>;

/** The build this page is of; empty while developing. The server compares it with its own. */
export const pageVersion = typeof __PARLEY_VERSION__ === 'string' ? __PARLEY_VERSION__ : '';

export const apiPath = '/trpc';
/** A network that swallows requests must not hold a message for ever. */
const requestMs = 20_000;

const http = httpBatchLink<AppRouter>({
  url: apiPath,
  maxItems: limits.callsPerBatch,
  maxURLLength: 6_000,
  headers: () => ({ 'x-parley-version': pageVersion, 'accept-language': document.documentElement.lang }),
  fetch: (url, init) => {
    const timeout = AbortSignal.timeout(requestMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(url, { ...init, signal, credentials: 'same-origin' });
  },
});

/** How calls that are no streams go. */
export const links = [http];
/** Calls outside of components. */
export const client = createTRPCClient<AppRouter>({ links });

/** Events keep what is cached true, so nothing is fetched again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, reason) => failures < 3 && !hasAnswer(reason),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const hasAnswer = (reason: unknown): boolean => reason instanceof Error && 'data' in reason && reason.data != null;

/** A client of its own over another link. */
export const clientOver = (link: TRPCLink<AppRouter>) => createTRPCClient<AppRouter>({ links: [link] });

import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, type OperationLink, type TRPCLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { limits } from '#shared/limits.ts';
import type { AppRouter } from '#server/features.ts';
import { backoff } from '#shared/backoff.ts';
import { pageVersion } from './page-version.ts';

export type { AppRouter };
export type Outputs = inferRouterOutputs<AppRouter>;

export const apiPath = '/trpc';
/** A network that swallows requests must not hold a message for ever. */
const requestMs = 20_000;

/** How a request over HTTP is made. */
export const requests = {
  url: apiPath,
  maxURLLength: 6_000,
  // The server compares the version with its own.
  headers: () => ({ 'x-parley-version': pageVersion, 'accept-language': document.documentElement.lang }),
  fetch: (url: string | URL | Request, init?: { signal?: AbortSignal | null }) => {
    const timeout = AbortSignal.timeout(requestMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(url, { ...init, signal, credentials: 'same-origin' });
  },
};

/** What changes something goes alone: joined, large messages pass the limit of a body. */
export const http: TRPCLink<AppRouter> = (runtime) => {
  const alone = httpBatchLink({ ...requests, maxItems: 1 })(runtime);
  const joined = httpBatchLink({ ...requests, maxItems: limits.callsPerBatch })(runtime);
  return (call) => (call.op.type === 'mutation' ? alone : joined)(call);
};

/** Null until the first WebSocket: what the first screen reads goes over HTTP. */
let callsLink: TRPCLink<AppRouter> | null = null;
export function sendCallsOver(link: TRPCLink<AppRouter>): void {
  callsLink = link;
}

/** How calls that are no streams go. */
export const links: TRPCLink<AppRouter>[] = [
  (runtime) => {
    const overHttp = http(runtime);
    // Made once: a link joins only its own calls into one request.
    let overSocket: OperationLink<AppRouter> | undefined;
    return (call) => ((overSocket ??= callsLink?.(runtime)) ?? overHttp)(call);
  },
];
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
      retryDelay: (attempt) => backoff(attempt, { base: 500, cap: 5_000 }),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const hasAnswer = (reason: unknown): boolean => reason instanceof Error && 'data' in reason && reason.data != null;

/** A client of its own over another link. */
export const clientOver = (link: TRPCLink<AppRouter>) => createTRPCClient<AppRouter>({ links: [link] });

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { languageOf, sentenceFor } from '#shared/error-sentences.ts';
import { limits } from '#shared/limits.ts';
import { type Handler, securityHeaders } from '#server/platform/http/pages.ts';
import { networkOf } from '#server/platform/http/address.ts';
import { compressQueries } from '#server/platform/http/compression.ts';
import { addressOf, cookieJar, deviceOf, header, isSameOrigin, tokenOf } from '#server/platform/http/request.ts';
import type { Feature } from '#server/platform/feature.ts';
import { gateRequests } from '#server/platform/http/request-gate.ts';
import { serveSockets } from '#server/platform/http/sockets.ts';
import { UpgradeRequest } from '#server/platform/http/upgrade-request.ts';
import { type Context, type Services, servicesFor } from '#server/platform/trpc/context.ts';
import { callerOf } from '#server/features/sessions/access.ts';
import { appRouter, features } from '#server/features.ts';
import { type AppDeps, closeServices, createServices, startBackground } from '#server/services.ts';

/** How long answers under way may take while the server stops, in ms. */
const drainMs = 3_000;
/** What a client has for the headers of a request, and for all of it, in ms; and how often that is looked after. */
const serverOptions = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  IncomingMessage: UpgradeRequest,
};

/** The application: an HTTP server with the router over HTTP, SSE and WebSocket, and `pages` for all else. */
export async function createApp(deps: AppDeps) {
  const services = await createServices(deps);
  const { config, log } = services;
  const api = createApi(services);
  const secure = securityHeaders(config.PUBLIC_URL?.startsWith('https:') ?? false);
  let pages: Handler | null = null;

  const server = createServer(
    serverOptions,
    gateRequests((req, res) => {
      const next = () => {
        answer(services, { api, pages }, req, res).catch((reason: unknown) => {
          log.error({ err: reason }, 'request failed');
          if (!res.headersSent) res.writeHead(500);
          res.end();
        });
      };
      // Vite's page needs inline script while developing.
      if (config.NODE_ENV === 'development') next();
      else secure(req, res, next);
    }),
  );
  const sockets = serveSockets({ server, router: appRouter, services, callerOf, bounds: deps.sockets });
  const stopBackground = await startBackground(services);

  return {
    services,
    server,
    /** What answers all that is not the API: the built page, or the one under development. */
    usePages(handler: Handler): void {
      pages = handler;
    },
    /** Resolves to the port. */
    listen: (port: number, host: string): Promise<number> => listen(server, port, host),
    /** Lets writes under way finish, asks clients to reconnect, and closes everything. */
    async close(): Promise<void> {
      stopBackground();
      await sockets.close();
      services.connections.endAll();
      await closeServer(server);
      await closeServices(services);
    },
  };
}

const handlers = Object.values<Feature>(features).flatMap(({ http }) => http ?? []);

export type App = Awaited<ReturnType<typeof createApp>>;

type Api = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** The router over HTTP, and over server-sent events. */
function createApi(services: Services): Api {
  const { config, log } = services;
  return createHTTPHandler({
    router: appRouter,
    basePath: '/trpc/',
    maxBodySize: limits.bodyBytes,
    maxBatchSize: limits.callsPerBatch,
    createContext: async ({ req, res }): Promise<Context> => {
      const cookies = cookieJar(req, res, config);
      const address = addressOf(req, config);
      const anonymous = servicesFor(services, networkOf(address));
      // A browser that is used goes on being signed in; a bearer's token is its own affair.
      const caller = await callerOf(
        anonymous,
        tokenOf(req, config),
        (token) => !req.headers.authorization && cookies.set(token),
      );
      return {
        services: caller ? servicesFor(services, caller.userId) : anonymous,
        caller,
        language: languageOf(req.headers['accept-language']),
        clientVersion: header(req, 'x-parley-version') || null,
        address,
        device: deviceOf(req),
        cookies,
        writer: null,
      };
    },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'call failed');
    },
  });
}

async function answer(
  services: Services,
  { api, pages }: { api: Api; pages: Handler | null },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.url === '/healthz') return void res.writeHead(200).end('ok');
  if (req.url?.startsWith('/trpc/')) {
    if (req.method === 'POST' && !isSameOrigin(req, services.config)) return refuseOrigin(req, res);
    compressQueries(req, res);
    return api(req, res);
  }
  const own = servicesFor(services, networkOf(addressOf(req, services.config)));
  const caller = () => callerOf(own, tokenOf(req, services.config));
  for (const http of handlers) if (await http(own, caller, req, res)) return;
  if (pages) pages(req, res, () => res.writeHead(404).end());
  else res.writeHead(404).end();
}

function refuseOrigin(req: IncomingMessage, res: ServerResponse): void {
  const app = { code: 'origin_refused' } as const;
  const message = sentenceFor(languageOf(req.headers['accept-language']), app);
  res.writeHead(403, { 'Content-Type': 'application/json' });
  // Not a list: a batching client gives one answer to each of its calls.
  res.end(JSON.stringify({ error: { code: -32_003, message, data: { code: 'FORBIDDEN', httpStatus: 403, app } } }));
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server listens on no port.'));
      else resolve(address.port);
    });
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

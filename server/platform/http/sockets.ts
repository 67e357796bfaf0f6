import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AnyRouter } from '@trpc/server';
import { languageOf } from '#shared/error-sentences.ts';
import { limits } from '#shared/limits.ts';
import { SocketWriter } from '#server/platform/realtime/sinks.ts';
import type { Caller, Context, Services } from '#server/platform/trpc/context.ts';
import { socketEncoder } from '#server/platform/trpc/request-id.ts';
import { addressOf, deviceOf, isSameOrigin, tokenOf } from './request.ts';

const endpoint = /^\/trpc(?:\?|$)/;
/** How long a closing handshake may take, in ms; then the socket is cut. */
const closingMs = 500;
export const sessionEnded = 4401;

export interface SocketOptions {
  server: Server;
  router: AnyRouter;
  services: Services;
  callerOf: (token: string | null) => Promise<Caller | null>;
}

/** Serves the router over WebSocket at `/trpc`; other upgrades are refused, or left to Vite while developing. */
export function serveSockets(options: SocketOptions) {
  const { server, router, services } = options;
  const { config, hub, log } = services;
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes });
  const writers = new WeakMap<WebSocket, SocketWriter>();

  const handler = applyWSSHandler({
    wss,
    router,
    createContext: ({ req, res, info }) =>
      contextOf(options, req, res, { ...info.connectionParams, writer: writers.get(res) ?? null }),
    experimental_encoder: socketEncoder,
    maxBatchSize: limits.callsPerBatch,
    keepAlive: { enabled: true, pingMs: 25_000, pongWaitMs: 10_000 },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'call failed');
    },
  });

  function upgrade(req: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (!endpoint.test(req.url ?? '')) {
      // While developing, Vite answers its own socket on this port; otherwise nobody would ever close it.
      if (config.NODE_ENV !== 'development') stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    if (!isSameOrigin(req, config)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    wss.handleUpgrade(req, stream, head, (ws) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `upgrade` gives the connection's own socket; Node types it as the wider Duplex.
      writers.set(ws, new SocketWriter(ws, stream as Socket, hub.flusher));
      ws.on('error', (reason) => log.debug({ err: reason }, 'socket failed'));
      wss.emit('connection', ws, req);
    });
  }

  server.on('upgrade', upgrade);
  return {
    /** Tells every client to come back, and closes. */
    async close(): Promise<void> {
      handler.broadcastReconnectNotification();
      for (const ws of wss.clients) endSocket(ws, 1012);
      await new Promise((resolve) => wss.close(resolve));
    },
  };
}

/** The context all calls of one socket share; the session that opened it can end it. */
async function contextOf(
  { services, callerOf }: SocketOptions,
  req: IncomingMessage,
  ws: WebSocket,
  given: { token?: string | undefined; version?: string | undefined; writer: SocketWriter | null },
): Promise<Context> {
  const caller = await callerOf(given.token ?? tokenOf(req));
  // One that closed while its session was looked up would never be counted out.
  if (caller && ws.readyState === ws.OPEN) {
    ws.once('close', services.connections.add(caller.sessionId, () => endSocket(ws)));
  }
  return {
    services,
    caller,
    language: languageOf(req.headers['accept-language']),
    clientVersion: given.version || null,
    address: addressOf(req, services.config),
    device: deviceOf(req),
    cookies: null,
    writer: given.writer,
  };
}

function endSocket(ws: WebSocket, code = sessionEnded): void {
  ws.close(code);
  setTimeout(() => ws.terminate(), closingMs).unref();
}

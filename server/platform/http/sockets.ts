import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AnyRouter } from '@trpc/server';
import { languageOf } from '#shared/error-sentences.ts';
import { limits } from '#shared/limits.ts';
import { Intake } from '#server/platform/realtime/intake.ts';
import { type Arrival, ChatSocket } from '#server/platform/realtime/socket.ts';
import type { Caller, Context, Services } from '#server/platform/trpc/context.ts';
import { socketEncoder } from '#server/platform/trpc/request-id.ts';
import { addressOf, deviceOf, isSameOrigin, tokenOf } from './request.ts';

const endpoint = /^\/trpc(?:\?|$)/;
/** How long a closing handshake may take, in ms; then the socket is cut. */
const closingMs = 500;
const plain = { noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes };
/** Quiet clients are asked for a sign of life this often, in ms, and so many at a time that others do not wait. */
const lifeCheck = { everyMs: 500, atOnce: 200 };
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
  const wss = new WebSocketServer({ ...plain, WebSocket: ChatSocket });
  const handler = applyWSSHandler({
    wss,
    router,
    createContext: ({ res, info }) => contextOf(options, res, info.connectionParams),
    experimental_encoder: socketEncoder,
    maxBatchSize: limits.callsPerBatch,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'call failed');
    },
  });

  function upgrade(req: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Node has taken its own listener off: without one, a client that resets the connection ends the process.
    stream.on('error', () => stream.destroy());
    if (!endpoint.test(req.url ?? '')) {
      // While developing, Vite answers its own socket on this port; otherwise nobody would ever close it.
      if (config.NODE_ENV !== 'development') refuse(stream, '404 Not Found');
      return;
    }
    if (!isSameOrigin(req, config)) return refuse(stream, '403 Forbidden');
    wss.handleUpgrade(req, stream, head, (ws) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `upgrade` gives the connection's own socket; Node types it as the wider Duplex.
      ws.begin(stream as Socket, shared, arrivalOf(req, config));
      ws.on('error', failed);
      // tRPC keeps what it is given for as long as the socket is open. It needs the path alone; of a host that is no host it would throw.
      wss.emit('connection', ws, { url: req.url, headers: {} });
    });
  }

  const shared = { flusher: hub.flusher, intake: new Intake(hub.turns) };
  const failed = (reason: Error) => log.debug({ err: reason }, 'socket failed');
  const life = setInterval(() => checkLife(wss.clients), lifeCheck.everyMs);
  server.on('upgrade', upgrade);
  return {
    /** Tells every client to come back, and closes. */
    async close(): Promise<void> {
      clearInterval(life);
      handler.broadcastReconnectNotification();
      for (const ws of wss.clients) endSocket(ws, 1012);
      await new Promise((resolve) => wss.close(resolve));
    },
  };
}

/** Ends the connection after the answer: a client that keeps its own side open holds no descriptor. */
function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => stream.destroy());
}

function arrivalOf(req: IncomingMessage, config: Services['config']): Arrival {
  const acceptLanguage = req.headers['accept-language'];
  return { token: tokenOf(req), address: addressOf(req, config), device: deviceOf(req), acceptLanguage };
}

/** The context all calls of one socket share; the session that opened it can end it. */
async function contextOf(
  { services, callerOf }: SocketOptions,
  ws: WebSocket,
  given: { token?: string | undefined; version?: string | undefined } | null,
): Promise<Context> {
  if (!(ws instanceof ChatSocket) || !ws.arrival) throw new Error('a socket arrives once');
  const { token, address, device, acceptLanguage } = ws.arrival;
  ws.arrival = null;
  const caller = await callerOf(given?.token ?? token);
  // One that closed while its session was looked up would never be counted out.
  if (caller && ws.readyState === ws.OPEN) {
    ws.once(
      'close',
      services.connections.add(caller.sessionId, () => endSocket(ws)),
    );
  }
  const language = languageOf(acceptLanguage);
  const clientVersion = given?.version || null;
  return { services, caller, language, clientVersion, address, device, cookies: null, writer: ws.writer };
}

function checkLife(clients: Iterable<ChatSocket>): void {
  let asked = 0;
  for (const ws of clients) {
    if (ws.checkLife()) asked += 1;
    if (asked === lifeCheck.atOnce) return;
  }
}

function endSocket(ws: WebSocket, code = sessionEnded): void {
  ws.close(code);
  setTimeout(() => ws.terminate(), closingMs).unref();
}

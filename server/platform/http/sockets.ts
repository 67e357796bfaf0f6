import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import type { AnyRouter } from '@trpc/server';
import { languageOf } from '#shared/error-sentences.ts';
import { AppError, closeCodes } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import { checkPulse, heartbeat } from '#server/platform/realtime/wire/heartbeat.ts';
import { ChatSocket, type HandshakeInfo, restarting, seconds } from '#server/platform/realtime/wire/chat-socket.ts';
import { type Caller, type Context, type Services, servicesFor } from '#server/platform/trpc/context.ts';
import { codedError } from '#server/platform/trpc/errors.ts';
import { socketEncoder } from '#server/platform/realtime/wire/request-id.ts';
import { AnonymousSockets } from './anonymous-sockets.ts';
import { networkOf } from './address.ts';
import { addressOf, deviceOf, isSameOrigin, tokenOf } from './request.ts';

const endpoint = /^\/trpc(?:\?|$)/;
const plain = { noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes };
/** Seconds that a client has to read answers before further calls of it are given up with the socket. */
const unreadSeconds = 60;

export interface SocketBounds {
  /** Sockets of one address that nobody has signed in on. */
  anonymousPerAddress: number;
  /** Seconds after which such a socket is closed. */
  anonymousSeconds: number;
}
const defaults: SocketBounds = { anonymousPerAddress: 1_000, anonymousSeconds: 10 };

export interface SocketOptions {
  server: Server;
  router: AnyRouter;
  services: Services;
  callerOf: (services: Services, token: string | null) => Promise<Caller | null>;
  bounds?: Partial<SocketBounds> | undefined;
}

/** Serves the router over WebSocket at `/trpc`; other upgrades are refused, or left to Vite while developing. */
export function serveSockets(options: SocketOptions) {
  const { server, services } = options;
  const { config, log, wire } = services;
  const bounds = { ...defaults, ...options.bounds };
  const wss = new WebSocketServer({ ...plain, WebSocket: ChatSocket });
  const anonymous = new AnonymousSockets(bounds.anonymousPerAddress);
  const failed = (reason: Error) => log.debug({ err: reason }, 'socket failed');

  function upgrade(req: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Node has taken its own listener off: without one, a client that resets the connection ends the process.
    stream.on('error', () => stream.destroy());
    if (!endpoint.test(req.url ?? '')) {
      // While developing, Vite answers its own socket on this port; otherwise nobody would ever close it.
      if (config.NODE_ENV !== 'development') refuse(stream, '404 Not Found');
      return;
    }
    if (!isSameOrigin(req, config)) return refuse(stream, '403 Forbidden');
    const leaveAnonymous = anonymous.enter(networkOf(addressOf(req, config)));
    if (!leaveAnonymous) return refuse(stream, '429 Too Many Requests');
    stream.once('close', leaveAnonymous);
    wss.handleUpgrade(req, stream, head, (ws) => {
      stream.off('close', leaveAnonymous);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `upgrade` gives the connection's own socket; Node types it as the wider Duplex.
      ws.begin(stream as Socket, wire, { ...handshakeOf(req, config), leaveAnonymous });
      ws.on('error', failed);
      connect(options, wss, ws, req.url);
    });
  }

  const pulse = setInterval(() => {
    checkPulse(wss.clients, seconds());
    endOverdue(wss.clients, bounds.anonymousSeconds);
  }, heartbeat.everyMs);
  server.on('upgrade', upgrade);
  return {
    /** Tells every client to come back, and closes. */
    async close(): Promise<void> {
      clearInterval(pulse);
      for (const ws of wss.clients) {
        ws.send(reconnect);
        ws.end(restarting);
      }
      await new Promise((resolve) => wss.close(resolve));
    },
  };
}

/** Hands the socket to tRPC, with an encoder of its own: what it decodes passes the socket's gate. */
function connect(options: SocketOptions, wss: WebSocketServer, ws: ChatSocket, url: string | undefined): void {
  const serve = getWSConnectionHandler({
    wss,
    router: options.router,
    createContext: ({ info }) => contextOf(options, ws, info.connectionParams),
    experimental_encoder: socketEncoder((message) => ws.gate.decoded(message)),
    maxBatchSize: limits.callsPerBatch,
    onError: ({ error, path }) => {
      // What is wrong with frames is the client's fault, and noted where the socket's errors are.
      if (error.code !== 'INTERNAL_SERVER_ERROR' || isFrameError(error.cause)) return;
      options.services.log.error({ err: error.cause ?? error, path }, 'call failed');
    },
  });
  // tRPC keeps what it is given for as long as the socket is open. It needs the path alone; of a host that is no host it would throw.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reason is above
  serve(ws, { url, headers: {} } as IncomingMessage);
}

/** tRPC's word to its client that it should come back. */
const reconnect = '{"id":null,"method":"reconnect"}';

/** Ends the connection after the answer: a client that keeps its own side open holds no descriptor. */
function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => stream.destroy());
}

const isFrameError = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('WS_ERR_');

function handshakeOf(req: IncomingMessage, config: Services['config']): Omit<HandshakeInfo, 'leaveAnonymous'> {
  return {
    token: tokenOf(req, config),
    address: addressOf(req, config),
    device: deviceOf(req),
    acceptLanguage: req.headers['accept-language'],
    announcesParameters: new URL(req.url ?? '', 'ws://host').searchParams.get('connectionParams') === '1',
  };
}

type Parameters = { token?: string | undefined; version?: string | undefined; language?: string | undefined } | null;

/** The context all calls of one socket share; the session that opened it can end it. */
async function contextOf(options: SocketOptions, ws: ChatSocket, given: Parameters): Promise<Context> {
  const { handshake } = ws;
  if (!handshake) throw new Error('a socket arrives once');
  ws.handshake = null;
  const { token, address, device, acceptLanguage } = handshake;
  const services = servicesFor(options.services, networkOf(address));
  const caller = await options.callerOf(services, given?.token ?? token);
  if (caller) register(services, ws, caller);
  ws.opened(caller !== null);
  return {
    services: caller ? servicesFor(services, caller.userId) : services,
    caller,
    language: languageOf(given?.language ?? acceptLanguage),
    clientVersion: given?.version || null,
    address,
    device,
    cookies: null,
    writer: services.config.WIRE === 'fast' ? ws.writer : null,
  };
}

/** Lets the session end its socket; throws when the session has ended meanwhile, or has too many sockets. */
function register({ connections }: Services, ws: ChatSocket, { sessionId }: Caller): void {
  // One that closed while its session was looked up would never be counted out.
  if (ws.readyState !== ws.OPEN) return;
  try {
    ws.once(
      'close',
      connections.add(sessionId, () => ws.end(closeCodes.notSignedIn)),
    );
  } catch (reason) {
    const isFull = reason instanceof AppError && reason.code === 'limit_reached';
    ws.refuse(isFull ? closeCodes.limitReached : closeCodes.notSignedIn);
    throw codedError(reason);
  }
}

/** Ends sockets on which nobody has signed in, and those whose client lets answers lie while it goes on calling. */
function endOverdue(clients: Iterable<ChatSocket>, anonymousSeconds: number): void {
  const now = seconds();
  for (const ws of clients) {
    if (!ws.isSignedIn && now - ws.openedAt > anonymousSeconds) ws.end(closeCodes.notSignedIn);
    const { blockedSince } = ws.gate;
    if (blockedSince !== null && now - blockedSince > unreadSeconds) ws.terminate();
  }
}

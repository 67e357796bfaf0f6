import type { Socket } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { closeCodes } from '#shared/errors.ts';
import { CallGate, type Frame, type GatedSocket } from './call-gate.ts';
import type { Beating } from './heartbeat.ts';
import { SocketOutput } from './socket-output.ts';
import type { Wire } from './wire.ts';

/** How long a closing handshake may take, in ms; then the socket is cut. */
const closingMs = 500;
/** So many refused calls end a socket that nobody has signed in on. */
const mostRefused = 20;
const stopMethod = 'subscription.stop';
const stop = z.object({ id: z.union([z.string(), z.number()]), method: z.literal(stopMethod) });

/** The standard's code for a server that restarts. */
export const restarting = 1012;
type CloseCode = (typeof closeCodes)[keyof typeof closeCodes] | typeof restarting;

/** The facts of the upgrade request, kept until the context is made: the request itself weighs more than the socket. */
export interface HandshakeInfo {
  token: string | null;
  address: string;
  device: string;
  acceptLanguage: string | undefined;
  /** The client says who it is in its first frame. */
  announcesParameters: boolean;
  /** Call once somebody has signed in, or the socket has closed. */
  leaveAnonymous: () => void;
}

/**
 * The server's end of a WebSocket: what the client sends passes a gate, what tRPC sends joins the live frames in one
 * write, and a subscription that its writer holds is ended from here.
 */
export class ChatSocket extends WebSocket implements Beating, GatedSocket {
  handshake: HandshakeInfo | null = null;
  aliveAt = seconds();
  checksSinceAsked: number | null = null;
  isSignedIn = false;
  readonly openedAt = seconds();
  #writer: SocketOutput | null = null;
  #gate: CallGate | null = null;
  #stream: Socket | null = null;
  #leaveAnonymous: (() => void) | null = null;
  #refused = 0;
  #closeCode: CloseCode | undefined = undefined;

  get writer(): SocketOutput {
    if (!this.#writer) throw new Error('the socket has not been opened');
    return this.#writer;
  }

  get gate(): CallGate {
    if (!this.#gate) throw new Error('the socket has not been opened');
    return this.#gate;
  }

  /** Call before anything else listens. */
  begin(stream: Socket, { writes, inbound }: Wire, handshake: HandshakeInfo): void {
    const gate = new CallGate(this, inbound, handshake.announcesParameters);
    this.handshake = handshake;
    this.#stream = stream;
    this.#gate = gate;
    this.#writer = new SocketOutput(this, stream, writes, (id) => gate.settled(id));
    this.#leaveAnonymous = handshake.leaveAnonymous;
    this.on('message', stopStreams);
    this.on('close', endStreams);
  }

  /** Who calls is known; calls begin. */
  opened(isSignedIn: boolean): void {
    this.isSignedIn = isSignedIn;
    if (isSignedIn) this.leaveAnonymous();
    this.gate.open();
  }

  leaveAnonymous(): void {
    this.#leaveAnonymous?.();
    this.#leaveAnonymous = null;
  }

  /** What the client sends is taken when its turn has come. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const [data, isBinary] = args;
    if (event !== 'message' || !this.#gate || !Buffer.isBuffer(data)) return super.emit(event, ...args);
    this.aliveAt = seconds();
    this.checksSinceAsked = null;
    if (!isPong(data)) this.#gate.push({ data, isBinary: isBinary === true });
    return true;
  }

  dispatch({ data, isBinary }: Frame): void {
    super.emit('message', data, isBinary);
  }

  unreadBytes(): number {
    return this.#stream?.writableLength ?? 0;
  }

  onceDrained(drained: () => void): void {
    this.#stream?.once('drain', drained);
  }

  /** Text only: tRPC's answers and questions for a sign of life. */
  override send(text: string): void {
    if (!this.#writer?.answer(text)) return;
    const isRefusal = this.#gate?.answered(text) ?? false;
    if (!isRefusal || this.isSignedIn) return;
    this.#refused += 1;
    if (this.#refused === mostRefused) this.end(closeCodes.notSignedIn);
  }

  /** The reason the socket is closed for when tRPC closes it. */
  refuse(code: CloseCode): void {
    this.#closeCode = code;
  }

  override close(code?: number, reason?: string | Buffer): void {
    this.#writer?.flush();
    super.close(code ?? this.#closeCode, reason);
  }

  /** Closes, and cuts off a client that does not take part in it. */
  end(code: CloseCode): void {
    this.close(code);
    setTimeout(() => this.terminate(), closingMs).unref();
  }

  ask(): void {
    this.send('PING');
  }
}

export const seconds = (): number => Math.floor(performance.now() / 1e3);
const isPong = (data: Buffer): boolean => data.length === 4 && data.toString('latin1') === 'PONG';

function stopStreams(this: WebSocket, data: RawData): void {
  if (!(this instanceof ChatSocket) || !Buffer.isBuffer(data) || !data.includes(stopMethod)) return;
  for (const id of stoppedIn(data.toString())) this.writer.stop(id);
}

function endStreams(this: WebSocket): void {
  if (!(this instanceof ChatSocket)) return;
  this.leaveAnonymous();
  this.writer.stopAll();
}

/** The ids in a frame that stops subscriptions; none in a malformed one, which tRPC answers. */
function stoppedIn(frame: string): (string | number)[] {
  try {
    const messages: unknown = JSON.parse(frame);
    return [messages].flat().flatMap((message) => stop.safeParse(message).data?.id ?? []);
  } catch {
    return [];
  }
}

import type { Socket } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Flusher } from './flusher.ts';
import type { Intake } from './intake.ts';
import { SocketWriter } from './sinks.ts';

/** Seconds of quiet after which a client is asked for a sign of life, and after which it counts as gone. */
const quiet = { ask: 25, gone: 40 };
const stopMethod = 'subscription.stop';
const stop = z.object({ id: z.union([z.string(), z.number()]), method: z.literal(stopMethod) });

/** What all sockets share. */
export interface Sockets {
  flusher: Flusher;
  intake: Intake;
}

/** What the upgrade request told, kept until the context is made: the request itself weighs more than the socket. */
export interface Arrival {
  token: string | null;
  address: string;
  device: string;
  acceptLanguage: string | undefined;
}

/**
 * The server's end of a WebSocket: what tRPC sends on it joins the live frames in one write, and a subscription that
 * its writer holds is ended from here.
 */
export class ChatSocket extends WebSocket {
  arrival: Arrival | null = null;
  #writer: SocketWriter | null = null;
  #intake: Intake | null = null;
  #heardAt = 0;
  #asked = false;

  get writer(): SocketWriter {
    if (!this.#writer) throw new Error('the socket has not been opened');
    return this.#writer;
  }

  /** Call before anything else listens. */
  begin(stream: Socket, { flusher, intake }: Sockets, arrival: Arrival): void {
    this.arrival = arrival;
    this.#writer = new SocketWriter(this, stream, flusher);
    this.#intake = intake;
    this.#heardAt = seconds();
    this.on('message', hear);
    this.on('close', endStreams);
  }

  /** What the client sends is heard when its turn has come. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'message' || !this.#intake) return super.emit(event, ...args);
    this.#intake.take(() => super.emit(event, ...args));
    return true;
  }

  /** Text only: tRPC's answers and its questions for a sign of life. */
  override send(text: string): void {
    this.#writer?.answer(text);
  }

  override close(code?: number, reason?: string | Buffer): void {
    this.#writer?.flush();
    super.close(code, reason);
  }

  heard(): void {
    this.#heardAt = seconds();
    this.#asked = false;
  }

  /** Asks a quiet client for a sign of life, cuts off one that gave none; true when it wrote something. */
  checkLife(): boolean {
    const quietFor = seconds() - this.#heardAt;
    if (quietFor > quiet.gone) this.terminate();
    if (quietFor < quiet.ask || this.#asked) return false;
    this.#asked = true;
    this.send('PING');
    return true;
  }
}

const seconds = (): number => Math.floor(performance.now() / 1e3);

function hear(this: WebSocket, data: RawData): void {
  if (!(this instanceof ChatSocket)) return;
  this.heard();
  if (!Buffer.isBuffer(data) || !data.includes(stopMethod)) return;
  for (const id of stoppedIn(data.toString())) this.writer.release(id);
}

function endStreams(this: WebSocket): void {
  if (this instanceof ChatSocket) this.writer.releaseAll();
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

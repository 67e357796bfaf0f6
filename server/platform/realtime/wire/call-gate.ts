import { limits } from '#shared/limits.ts';
import { callIdsOf } from './request-id.ts';
import type { FrameSource, InboundFrameQueue } from './inbound-frame-queue.ts';

/** Beyond so many frames, or bytes of them, that wait, a socket is read no further. */
const mostWaiting = { frames: 60, bytes: 2 * limits.frameBytes };
/** While so many bytes of answers are not taken by the network, no further call of the socket begins. */
const mostUnread = 256 * 1024;

export interface Frame {
  data: Buffer;
  isBinary: boolean;
}

/** The socket behind a gate. */
export interface GatedSocket {
  /** Hands the frame to tRPC, which decodes it before this returns. */
  dispatch(frame: Frame): void;
  pause(): void;
  resume(): void;
  /** Bytes written that the network has not taken. */
  unreadBytes(): number;
  /** Calls `drained` once the network has taken everything. */
  onceDrained(drained: () => void): void;
}

type State = 'parameters' | 'opening' | 'open';

/**
 * The frames of one socket on their way to tRPC, in order. At most `limits.callsUnderWay` calls are under way at once;
 * those above wait, and then the socket is not read. A call is under way from its frame until its answer has been
 * written, a subscription until it is live.
 */
export class CallGate implements FrameSource {
  isQueued = false;
  /** Since when, in seconds, calls wait for a client that does not read its answers; null while none do. */
  blockedSince: number | null = null;
  #state: State;
  #frames: Frame[] = [];
  #bytes = 0;
  #isPaused = false;
  /** How the answer to each call under way begins. */
  readonly #underWay: string[] = [];
  /** How many were under way before the frame that is being dispatched; null between frames. */
  #before: number | null = null;

  constructor(
    private readonly socket: GatedSocket,
    private readonly inbound: InboundFrameQueue,
    announcesParameters: boolean,
  ) {
    this.#state = announcesParameters ? 'parameters' : 'opening';
  }

  get callsUnderWay(): number {
    return this.#underWay.length;
  }

  /** Whether the socket is not read, so that nothing can be said of its client's silence. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  push(frame: Frame): void {
    this.#frames.push(frame);
    this.#bytes += frame.data.length;
    if (this.#frames.length > mostWaiting.frames || this.#bytes > mostWaiting.bytes) this.#pause();
    this.inbound.offer(this);
  }

  /** Who calls is known: their calls begin. */
  open(): void {
    this.#state = 'open';
    this.#retry();
  }

  takeNext(): boolean {
    const [frame] = this.#frames;
    if (!frame || !this.#mayTake(frame)) return false;
    this.#frames.shift();
    this.#bytes -= frame.data.length;
    if (this.#isPaused && this.#frames.length === 0) this.#resume();
    this.#before = this.#underWay.length;
    this.socket.dispatch(frame);
    this.#before = null;
    const [next] = this.#frames;
    return next !== undefined && this.#mayTake(next);
  }

  /** Notes the calls of a decoded frame as under way; throws for one with an id already in use. */
  decoded(message: unknown): void {
    if (this.#state === 'parameters') {
      this.#state = 'opening';
      if (!announces(message)) throw new Error('The first frame must hold the connection parameters.');
      return;
    }
    // tRPC refuses every call of a list that is too long; of one far too long it does not even get to see the calls.
    const calls = Array.isArray(message) ? message.length : 1;
    if (calls > 5 * limits.callsPerBatch) throw new Error('The frame holds too many calls.');
    if (calls > limits.callsPerBatch) return;
    for (const id of callIdsOf(message)) {
      const beginning = beginningOf(id);
      if (this.#underWay.includes(beginning)) throw new Error('The id of a call under way is in use.');
      this.#underWay.push(beginning);
    }
  }

  /** tRPC's answer has been written; true when it ends a call with an error. */
  answered(text: string): boolean {
    // A frame that is refused as a whole is answered once, at once, and without an id.
    if (text.startsWith('{"id":null,')) {
      if (this.#before !== null) this.#underWay.length = this.#before;
      return true;
    }
    const at = this.#underWay.findIndex((beginning) => text.startsWith(beginning));
    if (at === -1 || text.endsWith('"result":{"type":"started"}}')) return false;
    const [beginning = ''] = this.#underWay.splice(at, 1);
    this.#retry();
    return text.startsWith('"error":', beginning.length) || text.startsWith(v2Error, beginning.length);
  }

  /** A subscription is live: it is no longer under way, though tRPC has not answered. */
  settled(id: string | number): void {
    const at = this.#underWay.indexOf(beginningOf(id));
    if (at === -1) return;
    this.#underWay.splice(at, 1);
    this.#retry();
  }

  #mayTake({ data }: Frame): boolean {
    if (this.#state === 'opening') return false;
    if (this.#isBlocked()) return false;
    return this.#underWay.length + (mayBeBatch(data) ? limits.callsPerBatch : 1) <= limits.callsUnderWay;
  }

  #isBlocked(): boolean {
    if (this.blockedSince !== null) return true;
    if (this.socket.unreadBytes() <= mostUnread) return false;
    this.blockedSince = Math.floor(performance.now() / 1e3);
    this.socket.onceDrained(() => {
      this.blockedSince = null;
      this.#retry();
    });
    return true;
  }

  #retry(): void {
    if (this.#frames.length > 0) this.inbound.offer(this);
  }

  #pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.socket.pause();
  }

  #resume(): void {
    this.#isPaused = false;
    this.socket.resume();
  }
}

const v2Error = '"jsonrpc":"2.0","error":';
const beginningOf = (id: string | number): string => `{"id":${JSON.stringify(id)},`;
/** A list of calls begins with a bracket; white space before it is nobody's habit. */
const mayBeBatch = (data: Buffer): boolean => data[0] === 0x5b || (data[0] ?? 0) <= 0x20;

const announces = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'method' in message && message.method === 'connectionParams';

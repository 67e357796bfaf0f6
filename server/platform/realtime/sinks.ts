import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { AppError } from '#shared/errors.ts';
import type { StreamEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import type { Ending } from './connections.ts';
import { encodeRequestId, type EncodedEvent, joinFrames, type OwedFrame } from './frames.ts';
import type { Flushable, Flusher } from './flusher.ts';

/** Above this many bytes not yet taken, a consumer is cut off; it resumes later from its last id. */
export const maxBuffered = 1024 * 1024;
/** The same with answers, which the client asked for: a few large pages under way are no sign that it does not read. */
const maxAnswered = 8 * 1024 * 1024;

/** Where a subscription's events go. */
export interface Sink {
  deliver(encoded: EncodedEvent): void;
}

type RequestId = string | number;
const nothing = Buffer.alloc(0);
const goodbye = '"result":{"type":"stopped"}}';

/** One WebSocket: gathers the frames it is owed and writes them at once, past tRPC's loop. */
export class SocketWriter implements Flushable {
  #owed: OwedFrame[] | null = null;
  #subscriptions = 0;
  readonly #held: { id: RequestId; end: () => void }[] = [];
  #unsaid: RequestId[] | null = null;

  constructor(
    readonly ws: WebSocket,
    private readonly socket: Socket,
    private readonly flusher: Flusher,
    /** A subscription is live, and tRPC has nothing more to answer. */
    private readonly onLive: (id: RequestId) => void = () => undefined,
  ) {}

  /** Counts one more subscription; call the result when it has ended. Throws `limit_reached`, `malformed` for an id in use. */
  claim(id: RequestId): () => void {
    if (this.#held.some((held) => held.id === id)) throw new AppError('malformed', { field: 'id' });
    if (this.#subscriptions >= limits.subscriptionsPerSocket) {
      throw new AppError('limit_reached', { limit: limits.subscriptionsPerSocket });
    }
    this.#subscriptions += 1;
    return () => (this.#subscriptions -= 1);
  }

  /**
   * Keeps a live subscription, so that tRPC can let go of its own part: the generator ends, and tRPC's word that the
   * subscription has stopped is not passed on. It really stops when the client says so or goes; then `end` is called.
   */
  hold(id: RequestId, end: () => void): void {
    this.#held.push({ id, end });
    this.#unsaid = [...(this.#unsaid ?? []), id];
    this.onLive(id);
  }

  /** The client stops a subscription; one that is not held is tRPC's to stop. */
  release(id: RequestId): void {
    const at = this.#held.findIndex((held) => held.id === id);
    const [held] = at === -1 ? [] : this.#held.splice(at, 1);
    if (!held) return;
    held.end();
    this.answer(`{"id":${JSON.stringify(id)},${goodbye}`);
  }

  /** The socket has closed. */
  releaseAll(): void {
    for (const { end } of this.#held.splice(0)) end();
  }

  /**
   * Sends what tRPC answers at once, behind the live frames that the socket is owed, in one write. False for its word
   * that a held subscription has stopped, which is not passed on.
   */
  answer(text: string): boolean {
    if (this.#unsaid && this.#isUnsaid(text)) return false;
    const frame = { head: nothing, body: Buffer.from(text) };
    this.#write(this.#owed ? [...this.#owed, frame] : [frame], maxAnswered);
    this.#owed = null;
    return true;
  }

  #isUnsaid(text: string): boolean {
    if (!text.endsWith(goodbye)) return false;
    const left = (this.#unsaid ?? []).filter((id) => !text.startsWith(`{"id":${JSON.stringify(id)},`));
    if (left.length === this.#unsaid?.length) return false;
    this.#unsaid = left.length > 0 ? left : null;
    return true;
  }

  owe(frame: OwedFrame): void {
    if (this.#owed) {
      this.#owed.push(frame);
      return;
    }
    this.#owed = [frame];
    this.flusher.touch(this);
  }

  flush(): void {
    const owed = this.#owed;
    this.#owed = null;
    if (owed) this.#write(owed, maxBuffered);
  }

  #write(owed: readonly OwedFrame[], most: number): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const { socket } = this;
    const { desk } = this.flusher;
    // A socket that is behind keeps what it is given for a while: that must not hold the desk's memory.
    const behind = socket.writableLength > 0;
    const frames = behind ? joinFrames(owed) : joinFrames(owed, desk.take);
    socket.write(frames);
    if (!behind && socket.writableLength === 0) desk.giveBack(frames);
    else if (socket.writableLength > most) this.ws.terminate();
  }
}

export class SocketSink implements Sink {
  readonly #head: Buffer;

  constructor(
    private readonly writer: SocketWriter,
    requestId: string | number,
  ) {
    this.#head = encodeRequestId(requestId);
  }

  deliver(encoded: EncodedEvent): void {
    this.writer.owe({ head: this.#head, body: encoded.body });
  }
}

/** The plain path, for server-sent events and in-process callers: a bounded queue that is read one by one. */
export class QueueSink implements Sink {
  #queue: EncodedEvent[] = [];
  #bytes = 0;
  #wake: (() => void) | null = null;
  #ended: Ending | 'read' | null = null;

  deliver(encoded: EncodedEvent): void {
    this.#queue.push(encoded);
    this.#bytes += encoded.body.length;
    if (this.#bytes > maxBuffered) this.end('unavailable');
    this.#wake?.();
  }

  /** Ends the reading, at once; what is queued is read again on resume. */
  end(why: Ending | 'read'): void {
    this.#ended ??= why;
    this.#queue = [];
    this.#wake?.();
  }

  /** Throws why it ended, because a client resumes after an error but not after a proper end. */
  async *read(): AsyncGenerator<{ id: string; event: StreamEvent }> {
    while (!this.#ended) {
      const next = this.#queue.shift();
      if (next) {
        this.#bytes -= next.body.length;
        yield next;
      } else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#ended !== 'read') throw new AppError(this.#ended);
  }
}

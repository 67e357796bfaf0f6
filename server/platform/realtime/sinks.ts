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

/** Where a subscription's events go. */
export interface Sink {
  deliver(encoded: EncodedEvent): void;
}

/** One WebSocket: gathers the frames it is owed and writes them at once, past tRPC's loop. */
export class SocketWriter implements Flushable {
  #owed: OwedFrame[] | null = null;
  #subscriptions = 0;

  constructor(
    readonly ws: WebSocket,
    private readonly socket: Socket,
    private readonly flusher: Flusher,
  ) {}

  /** Counts one more subscription; call the result when it has ended. Throws `limit_reached`. */
  claim(): () => void {
    if (this.#subscriptions >= limits.subscriptionsPerSocket) {
      throw new AppError('limit_reached', { limit: limits.subscriptionsPerSocket });
    }
    this.#subscriptions += 1;
    return () => (this.#subscriptions -= 1);
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
    if (!owed || this.ws.readyState !== this.ws.OPEN) return;
    const { socket } = this;
    const { desk } = this.flusher;
    // A socket that is behind keeps what it is given for a while: that must not hold the desk's memory.
    const behind = socket.writableLength > 0;
    const frames = behind ? joinFrames(owed) : joinFrames(owed, desk.take);
    socket.write(frames);
    if (!behind && socket.writableLength === 0) desk.giveBack(frames);
    else if (socket.writableLength > maxBuffered) this.ws.terminate();
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

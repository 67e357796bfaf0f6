import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import type { EncodedEvent } from '#server/platform/realtime/encoded-event.ts';
import {
  type EventWriter,
  type LiveSocket,
  maxBuffered,
  type RequestId,
} from '#server/platform/realtime/live-socket.ts';
import { encodeRequestId, joinFrames, type PendingFrame } from './frames.ts';
import type { Flushable, WriteScheduler } from './write-scheduler.ts';

/** As `maxBuffered`, with answers, which the client asked for: a few large pages under way are no sign that it does not read. */
const maxAnswered = 8 * 1024 * 1024;

const nothing = Buffer.alloc(0);
const stoppedFrame = '"result":{"type":"stopped"}}';

/** One WebSocket: gathers frames and writes them at once, past tRPC's loop. */
export class SocketOutput implements Flushable, LiveSocket {
  #pending: PendingFrame[] | null = null;
  #subscriptions = 0;
  readonly #held: { id: RequestId; end: () => void }[] = [];
  #suppressedStops: RequestId[] | null = null;

  constructor(
    readonly ws: WebSocket,
    private readonly socket: Socket,
    private readonly writes: WriteScheduler,
    /** A subscription is live, and tRPC has nothing more to answer. */
    private readonly onLive: (id: RequestId) => void = () => undefined,
  ) {}

  reserve(id: RequestId): () => void {
    if (this.#held.some((held) => held.id === id)) throw new AppError('malformed', { field: 'id' });
    if (this.#subscriptions >= limits.subscriptionsPerSocket) {
      throw new AppError('limit_reached', { limit: limits.subscriptionsPerSocket });
    }
    this.#subscriptions += 1;
    return () => (this.#subscriptions -= 1);
  }

  writerOf(id: RequestId): EventWriter {
    const head = encodeRequestId(id);
    return { deliver: ({ body }: EncodedEvent) => this.enqueue({ head, body }) };
  }

  /**
   * Keeps a live subscription, so that tRPC can let go of its own part: the generator ends, and tRPC's word that the
   * subscription has stopped is not passed on. It really stops when the client says so or goes; then `end` is called.
   */
  detach(id: RequestId, end: () => void): void {
    this.#held.push({ id, end });
    this.#suppressedStops = [...(this.#suppressedStops ?? []), id];
    this.onLive(id);
  }

  /** The client stops a subscription; one that is not held is tRPC's to stop. */
  stop(id: RequestId): void {
    const at = this.#held.findIndex((held) => held.id === id);
    const [held] = at === -1 ? [] : this.#held.splice(at, 1);
    if (!held) return;
    held.end();
    this.answer(`{"id":${JSON.stringify(id)},${stoppedFrame}`);
  }

  /** The socket has closed. */
  stopAll(): void {
    for (const { end } of this.#held.splice(0)) end();
  }

  /**
   * Sends what tRPC answers at once, behind the pending live frames, in one write. False for its word
   * that a held subscription has stopped, which is not passed on.
   */
  answer(text: string): boolean {
    if (this.#suppressedStops && this.#isSuppressed(text)) return false;
    const frame = { head: nothing, body: Buffer.from(text) };
    this.#write(this.#pending ? [...this.#pending, frame] : [frame], maxAnswered);
    this.#pending = null;
    return true;
  }

  #isSuppressed(text: string): boolean {
    if (!text.endsWith(stoppedFrame)) return false;
    const left = (this.#suppressedStops ?? []).filter((id) => !text.startsWith(`{"id":${JSON.stringify(id)},`));
    if (left.length === this.#suppressedStops?.length) return false;
    this.#suppressedStops = left.length > 0 ? left : null;
    return true;
  }

  enqueue(frame: PendingFrame): void {
    if (this.#pending) {
      this.#pending.push(frame);
      return;
    }
    this.#pending = [frame];
    this.writes.markDirty(this);
  }

  flush(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.#write(pending, maxBuffered);
  }

  #write(pending: readonly PendingFrame[], most: number): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const { socket } = this;
    const { buffers } = this.writes;
    // A socket that is behind keeps what it is given for a while: that must not hold the pool's memory.
    const behind = socket.writableLength > 0;
    const frames = behind ? joinFrames(pending) : joinFrames(pending, buffers.allocate);
    socket.write(frames);
    if (!behind && socket.writableLength === 0) buffers.release(frames);
    else if (socket.writableLength > most) this.ws.terminate();
  }
}

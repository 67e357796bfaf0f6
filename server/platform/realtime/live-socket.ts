import type { EncodedEvent } from './encoded-event.ts';

/** Above this many bytes not yet taken, a consumer is cut off; it resumes later from its last id. */
export const maxBuffered = 1024 * 1024;

export type RequestId = string | number;

/** Where a subscription's events go. */
export interface EventWriter {
  deliver(encoded: EncodedEvent): void;
}

/** When what was delivered is written. */
export interface WriteTimer {
  /** Call after the events of one commit: writes now, or soon together with what follows. */
  scheduleFlush(): void;
}

/** One client's WebSocket as streams see it: the whole of what they know of the wire. */
export interface LiveSocket {
  /** Counts one more subscription; call the result when it has ended. Throws `limit_reached`, `malformed` for an id in use. */
  reserve(id: RequestId): () => void;
  /** Writes the events of one subscription as tRPC's frames. */
  writerOf(id: RequestId): EventWriter;
  /** Keeps a live subscription open without tRPC; `end` is called when the client stops it or goes. */
  detach(id: RequestId, end: () => void): void;
}

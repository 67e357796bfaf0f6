import { AppError } from '#shared/errors.ts';
import type { StreamEvent } from '#shared/events.ts';
import type { Ending } from './connections.ts';
import type { EncodedEvent } from './encoded-event.ts';
import { type EventWriter, maxBuffered } from './live-socket.ts';

/** The plain path, for server-sent events and in-process callers: a bounded queue that is read one by one. */
export class QueueEventWriter implements EventWriter {
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

import { isTrackedEnvelope } from '@trpc/server';
import type { EventOf, StreamEvent } from '#shared/events.ts';
import { patient } from './patience.ts';

type Kind = StreamEvent['kind'];

/** Listens to a stream and keeps what it received, in order. */
export class EventRecorder {
  readonly events: StreamEvent[] = [];
  readonly ids: string[] = [];
  ended = false;
  failure: unknown = null;
  #wake: (() => void)[] = [];

  /** The place to resume after. */
  get lastEventId(): string | undefined {
    return this.ids.at(-1);
  }

  record(id: string, event: StreamEvent): void {
    this.ids.push(id);
    this.events.push(event);
    this.#tell();
  }

  end(failure: unknown = null): void {
    this.ended = true;
    this.failure = failure;
    this.#tell();
  }

  of<K extends Kind>(kind: K): EventOf<K>[] {
    return this.events.filter((event): event is EventOf<K> => event.kind === kind);
  }

  kinds(): Kind[] {
    return this.events.map((event) => event.kind);
  }

  /** Resolves once `enough` holds of what was received so far; fails after `ms`. */
  async until(enough: (recorder: this) => boolean, ms = patient(30_000)): Promise<this> {
    const late = Date.now() + ms;
    while (!enough(this)) {
      const left = late - Date.now();
      if (left <= 0) throw new Error(`heard only: ${this.kinds().join(', ')}`);
      await this.#change(left);
    }
    return this;
  }

  /** The first event of a kind that fits, when it comes. */
  async waitFor<K extends Kind>(kind: K, fits: (event: EventOf<K>) => boolean = () => true): Promise<EventOf<K>> {
    await this.until((recorder) => recorder.of(kind).some(fits));
    const found = this.of(kind).find(fits);
    if (!found) throw new Error('it was there a moment ago');
    return found;
  }

  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #tell(): void {
    const wake = this.#wake;
    this.#wake = [];
    for (const resolve of wake) resolve();
  }
}

/** Reads an in-process stream until it ends. */
export function listenTo(stream: AsyncIterable<unknown>): EventRecorder {
  const recorder = new EventRecorder();
  const read = async () => {
    for await (const envelope of stream) {
      if (!isTrackedEnvelope<StreamEvent>(envelope)) throw new Error('an event is not tracked');
      recorder.record(envelope[0], envelope[1]);
    }
  };
  read().then(
    () => recorder.end(),
    (reason: unknown) => recorder.end(reason),
  );
  return recorder;
}

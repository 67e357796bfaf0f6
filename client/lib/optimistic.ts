import type { LogEvent } from '#shared/events.ts';
import { problemOf } from './problem.ts';
import { showToast } from './toasts.ts';

type Unsent<E> = E extends LogEvent ? Omit<E, 'rev' | 'at'> : never;
/** A change as it will be in the log, without what the server adds. */
export type OptimisticEvent = Unsent<LogEvent>;

/** A change that is shown although the server has not stored it yet. */
export interface PendingEvent {
  event: LogEvent;
  /** What is read at this rev, or has every event up to it, knows the change. Infinity until that is known. */
  rev: number;
}

/** Sorts a pending change behind everything that is stored. */
const lastRev = Number.MAX_SAFE_INTEGER;

/** Changes that are shown at once, until they come by the stream, are read with a snapshot, or are refused. */
export class OptimisticEvents {
  pending: readonly PendingEvent[] = [];
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(private readonly onChange: () => void) {}

  /**
   * Shows `event`, and makes `call`, which resolves to the rev that its answer is true at. A refused event disappears again
   * with a sentence. Calls about the same thing go one after the other; each settles by itself.
   */
  show = (event: OptimisticEvent, call: () => Promise<{ rev: number }>): void => {
    const added: PendingEvent = { event: { ...event, rev: lastRev, at: Date.now() }, rev: Infinity };
    this.pending = [...this.pending, added];
    this.onChange();
    const thing = JSON.stringify({ ...event, kind: null });
    const turn = (this.#turns.get(thing) ?? Promise.resolve()).then(() => this.#settle(added, call));
    this.#turns.set(thing, turn);
    void turn.then(() => this.#turns.get(thing) === turn && this.#turns.delete(thing));
  };

  /** Notes the revs of pending changes that came by the stream. */
  confirm(events: readonly LogEvent[]): void {
    for (const event of events) {
      if (this.pending.some(({ rev }) => rev === event.rev)) continue;
      const found = this.pending.find((known) => known.rev === Infinity && isSame(known.event, event));
      if (found) found.rev = event.rev;
    }
  }

  /** Forgets the changes that everything cached knows by now: it has every event up to `rev`. */
  forget(rev: number): void {
    if (this.pending.length > 0) this.pending = this.pending.filter((known) => known.rev > rev);
  }

  async #settle(added: PendingEvent, call: () => Promise<{ rev: number }>): Promise<void> {
    try {
      const { rev } = await call();
      added.rev = Math.min(added.rev, rev);
    } catch (reason) {
      // It came by the stream: only its answer was lost.
      if (added.rev < Infinity) return;
      this.pending = this.pending.filter((known) => known !== added);
      showToast({ tone: 'problem', text: problemOf(reason).sentence });
    }
    this.onChange();
  }
}

/** Whether a stored event is a pending one: the same kind about the same things. */
function isSame(pending: LogEvent, stored: LogEvent): boolean {
  const fields = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(pending).every(
    ([name, value]) => name === 'rev' || name === 'at' || typeof value === 'object' || fields.get(name) === value,
  );
}

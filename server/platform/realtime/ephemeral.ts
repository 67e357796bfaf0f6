import type { EventOf } from '#shared/events.ts';
import { type Signal, signalMs, signals } from '#shared/signals.ts';
import type { Bus } from '#server/platform/bus.ts';

/** What people are seen doing in rooms, at whichever process they said so. Nothing is stored. */
export class Ephemeral {
  readonly #ends = new Map<string, NodeJS.Timeout>();
  readonly #stop: () => void;

  constructor(private readonly bus: Bus) {
    this.#stop = bus.onHint((hint) => hint.kind === 'signal' && this.#note(hint));
  }

  /** Begins or renews a signal; it ends by itself after `ttlMs`. */
  set(roomId: string, userId: string, signal: Signal, ttlMs: number): void {
    this.bus.hint({ kind: 'signal', roomId, userId, signal, on: true }, roomId);
    this.#endAfter(keyOf(roomId, userId, signal), ttlMs, () => this.clear(roomId, userId, signal));
  }

  /** Ends a person's signal in a room; without one, all of them. No hint is sent of a signal that is not on. */
  clear(roomId: string, userId: string, only?: Signal): void {
    for (const signal of only ? [only] : signals) {
      if (this.#ends.has(keyOf(roomId, userId, signal))) {
        this.bus.hint({ kind: 'signal', roomId, userId, signal, on: false }, roomId);
      }
    }
  }

  close(): void {
    this.#stop();
    for (const timer of this.#ends.values()) clearTimeout(timer);
  }

  /** A message may arrive at another process than the signal that it ends. */
  #note({ roomId, userId, signal, on }: EventOf<'signal'>): void {
    const key = keyOf(roomId, userId, signal);
    if (on) this.#endAfter(key, signalMs[signal], () => this.#ends.delete(key));
    else {
      clearTimeout(this.#ends.get(key));
      this.#ends.delete(key);
    }
  }

  #endAfter(key: string, ms: number, end: () => void): void {
    clearTimeout(this.#ends.get(key));
    this.#ends.set(key, setTimeout(end, ms));
  }
}

const keyOf = (roomId: string, userId: string, signal: Signal): string => `${roomId} ${userId} ${signal}`;

import { limits } from '#shared/limits.ts';
import type { Hub } from './hub.ts';

/** Who is typing where; each ends by itself after `limits.typingMs` unless said again. */
export class Typing {
  readonly #ends = new Map<string, NodeJS.Timeout>();

  constructor(private readonly hub: Hub) {}

  start(roomId: string, userId: string): void {
    const key = `${roomId} ${userId}`;
    clearTimeout(this.#ends.get(key));
    this.#ends.set(
      key,
      setTimeout(() => this.stop(roomId, userId), limits.typingMs),
    );
    this.hub.hint({ kind: 'typing', roomId, userId, typing: true }, roomId);
  }

  /** Nothing is told when the person was not typing. */
  stop(roomId: string, userId: string): void {
    const key = `${roomId} ${userId}`;
    const timer = this.#ends.get(key);
    if (!timer) return;
    clearTimeout(timer);
    this.#ends.delete(key);
    this.hub.hint({ kind: 'typing', roomId, userId, typing: false }, roomId);
  }

  close(): void {
    for (const timer of this.#ends.values()) clearTimeout(timer);
  }
}

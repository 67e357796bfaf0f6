import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import type { Bus } from '#server/platform/bus.ts';

/** Why a connection is closed: its session ended, or the server stops and the client is to come back. */
export type Ending = 'not_signed_in' | 'unavailable';
type Close = (why: Ending) => void;

/** How many ended sessions are remembered, for connections that were being opened while theirs ended. */
const remembered = 1_000;

/** The live connections of each session at this process, so that ending a session ends them at once, at every process. */
export interface Connections {
  /**
   * Registers how to close a connection; call the result when it has closed by itself. Throws `limit_reached`, and
   * `not_signed_in` when the session has ended since it was looked up.
   */
  add(sessionId: string, close: Close): () => void;
  /** The sessions with a connection open. */
  sessionIds(): string[];
  /** How many connections a session has open. */
  count(sessionId: string): number;
  /** Closes what a session has open anywhere, and lets it open nothing more. */
  end(sessionId: string): void;
  /** This process stops: everybody is to come back later. */
  endAll(): void;
}

export class MemoryConnections implements Connections {
  readonly #bySession = new Map<string, Set<Close>>();
  readonly #ended = new Set<string>();

  constructor(private readonly bus: Bus) {
    bus.onEndSession((sessionId) => this.#end(sessionId));
  }

  add(sessionId: string, close: Close): () => void {
    if (this.#ended.has(sessionId)) throw new AppError('not_signed_in');
    const open = this.#bySession.get(sessionId) ?? new Set<Close>();
    if (open.size >= limits.connectionsPerSession) {
      throw new AppError('limit_reached', { limit: limits.connectionsPerSession });
    }
    this.#bySession.set(sessionId, open.add(close));
    return () => {
      open.delete(close);
      if (open.size === 0) this.#bySession.delete(sessionId);
    };
  }

  sessionIds(): string[] {
    return [...this.#bySession.keys()];
  }

  count(sessionId: string): number {
    return this.#bySession.get(sessionId)?.size ?? 0;
  }

  end(sessionId: string): void {
    this.bus.endSession(sessionId);
  }

  endAll(): void {
    for (const sessionId of this.#bySession.keys()) this.#close(sessionId, 'unavailable');
  }

  #end(sessionId: string): void {
    this.#ended.add(sessionId);
    const [oldest] = this.#ended;
    if (oldest !== undefined && this.#ended.size > remembered) this.#ended.delete(oldest);
    this.#close(sessionId, 'not_signed_in');
  }

  #close(sessionId: string, why: Ending): void {
    for (const close of this.#bySession.get(sessionId) ?? []) close(why);
    this.#bySession.delete(sessionId);
  }
}

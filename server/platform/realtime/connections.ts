import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';

/** The live connections of each session, so that ending a session ends them at once. */
export class Connections {
  readonly #bySession = new Map<string, Set<() => void>>();

  /** Registers how to close a connection; call the result when it has closed by itself. Throws `limit_reached`. */
  add(sessionId: string, close: () => void): () => void {
    const open = this.#bySession.get(sessionId) ?? new Set();
    if (open.size >= limits.connectionsPerSession) {
      throw new AppError('limit_reached', { limit: limits.connectionsPerSession });
    }
    this.#bySession.set(sessionId, open.add(close));
    return () => {
      open.delete(close);
      if (open.size === 0) this.#bySession.delete(sessionId);
    };
  }

  end(sessionId: string): void {
    for (const close of this.#bySession.get(sessionId) ?? []) close();
    this.#bySession.delete(sessionId);
  }

  endAll(): void {
    for (const sessionId of this.#bySession.keys()) this.end(sessionId);
  }
}

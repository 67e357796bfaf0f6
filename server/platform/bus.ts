import type { Hint } from '#shared/events.ts';

type Stop = () => void;

/**
 * News between the processes of one server. Words may be lost or come twice: the log and the tables are the truth. A hint
 * and the end of a session reach the listeners of the process that sends them before the call returns.
 */
export interface Bus {
  /** The log has been committed up to this rev. */
  announce(head: number): void;
  onHead(listener: (head: number) => void): Stop;
  /** Goes to the listeners of a room, or with `null` to everybody. */
  hint(hint: Hint, roomId: string | null): void;
  onHint(listener: (hint: Hint, roomId: string | null) => void): Stop;
  /** Every process closes what the session has open. */
  endSession(sessionId: string): void;
  onEndSession(listener: (sessionId: string) => void): Stop;
}

/** The bus of a server that is one process. */
export class LocalBus implements Bus {
  readonly #heads = new Set<(head: number) => void>();
  readonly #hints = new Set<(hint: Hint, roomId: string | null) => void>();
  readonly #ends = new Set<(sessionId: string) => void>();

  announce(head: number): void {
    for (const listener of this.#heads) listener(head);
  }

  onHead(listener: (head: number) => void): Stop {
    return listen(this.#heads, listener);
  }

  hint(hint: Hint, roomId: string | null): void {
    for (const listener of this.#hints) listener(hint, roomId);
  }

  onHint(listener: (hint: Hint, roomId: string | null) => void): Stop {
    return listen(this.#hints, listener);
  }

  endSession(sessionId: string): void {
    for (const listener of this.#ends) listener(sessionId);
  }

  onEndSession(listener: (sessionId: string) => void): Stop {
    return listen(this.#ends, listener);
  }
}

function listen<L>(listeners: Set<L>, listener: L): Stop {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Seconds of quiet after which a client is asked for a sign of life. */
export const askAfter = 25;
/** Checks that pass without an answer before a client counts as gone: 15 s at the interval below. */
const answerWithin = 30;
/** How often all are checked, in ms, and how many are asked at a time, so that others do not wait. */
export const heartbeat = { everyMs: 500, atOnce: 200 };

/** A connection whose client is to show that it lives. */
export interface Beating {
  /** When its client last answered, in seconds. */
  aliveAt: number;
  /** Checks since the client was asked; null while it has not been. */
  checksSinceAsked: number | null;
  /** Whether the connection is not read at the moment, so that an answer could not arrive. */
  readonly isPaused: boolean;
  ask(): void;
  terminate(): void;
}

/**
 * Asks quiet clients for a sign of life, and cuts off those who gave none. Nobody is cut who was not asked. The wait is
 * counted in checks, between which the sockets are read: after the process itself was held up, everybody has their time.
 */
export function checkPulse(connections: Iterable<Beating>, now: number): void {
  let asked = 0;
  for (const connection of connections) {
    if (connection.isPaused) continue;
    if (connection.checksSinceAsked !== null) {
      connection.checksSinceAsked += 1;
      if (connection.checksSinceAsked > answerWithin) connection.terminate();
    } else if (now - connection.aliveAt >= askAfter && asked < heartbeat.atOnce) {
      asked += 1;
      connection.checksSinceAsked = 0;
      connection.ask();
    }
  }
}

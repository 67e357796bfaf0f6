import type { LogEvent } from '#shared/events.ts';

/** Something read from the server, true at `rev`. */
export interface Snapshot {
  readonly rev: number;
}

/** What an event makes of a snapshot: the same object when it does not concern it, null when it must be read again. */
export type Apply<S> = (snapshot: S, event: LogEvent) => S | null;

/** Applies the events a snapshot does not know yet, in order. Applying them twice changes nothing. */
export function fold<S extends Snapshot>(snapshot: S, events: readonly LogEvent[], apply: Apply<S>): S | null {
  let state = snapshot;
  for (const event of events) {
    if (event.rev <= state.rev) continue;
    const next = apply(state, event);
    if (next === null) return null;
    if (next !== state) state = { ...next, rev: event.rev };
  }
  return state;
}

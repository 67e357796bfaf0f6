import type { LogEvent } from '#shared/events.ts';
import { readEvent, withoutText } from './stored-events.ts';
import { type EncodedEvent, encodeEvent } from '#server/platform/realtime/encoded-event.ts';

/** How many published events are kept at least: they bridge the time between reading the log and attaching. */
const maxRecentEvents = 4_096;
/** Bytes of older events kept for those who come back together, encoded; in memory they take about three times as much. */
const maxOlderBytes = 8 * 1024 * 1024;

type EncodedRow = EncodedEvent<LogEvent>;

/**
 * Encoded events of the log, each made once: the newest as they are published, older ones as returning streams read
 * them. A thousand people who come back after a restart missed much the same stretch.
 */
export class EventCache {
  /** In the order of revs without a gap, up to `lastRev`. */
  #recent: EncodedRow[] = [];
  readonly #older = new Map<number, EncodedRow>();
  #olderBytes = 0;
  #recalls = 0;

  /** Counts recalls: what was read from the log before one may carry a text that is gone by now. */
  get recalls(): number {
    return this.#recalls;
  }

  /** The next published event. */
  push(encoded: EncodedRow): void {
    const { event } = encoded;
    if (event.kind === 'message.recalled') this.#forget(event.messageId);
    // After a gap the log must be read.
    if (this.#recent.at(-1)?.event.rev !== event.rev - 1) this.#recent = [];
    this.#recent.push(encoded);
    if (this.#recent.length > 2 * maxRecentEvents) this.#recent = this.#recent.slice(-maxRecentEvents);
  }

  /** What was published after `head`; null when that is more than is kept. */
  since(head: number): EncodedRow[] | null {
    const oldest = this.#recent[0]?.event.rev;
    return oldest === undefined || oldest > head + 1 ? null : this.#recent.slice(head + 1 - oldest);
  }

  get(rev: number): EncodedRow | undefined {
    const oldest = this.#recent[0]?.event.rev;
    return oldest === undefined || rev < oldest ? this.#older.get(rev) : this.#recent[rev - oldest];
  }

  /** Keeps events just read from the log, unless a message was recalled since `recalls` was asked. */
  keep(rows: readonly EncodedRow[], recalls: number): void {
    if (recalls !== this.#recalls) return;
    for (const row of rows) {
      if (this.#older.has(row.event.rev)) continue;
      this.#older.set(row.event.rev, row);
      this.#olderBytes += row.body.length;
    }
    for (const [rev, { body }] of this.#older) {
      if (this.#olderBytes <= maxOlderBytes) return;
      this.#older.delete(rev);
      this.#olderBytes -= body.length;
    }
  }

  #forget(messageId: string): void {
    this.#recalls += 1;
    for (const [rev, row] of this.#older) {
      if (!carries(row.event, messageId)) continue;
      this.#older.delete(rev);
      this.#olderBytes -= row.body.length;
    }
    // These must stay without a gap.
    this.#recent = this.#recent.map((row) => (carries(row.event, messageId) ? erased(row, messageId) : row));
  }
}

/** It is a message's own event, or that of a reply. */
const carries = (event: LogEvent, messageId: string): boolean =>
  'message' in event && (event.message?.id === messageId || event.message?.replyTo?.messageId === messageId);

function erased(row: EncodedRow, messageId: string): EncodedRow {
  const { rev, roomId, userId, kind, at } = row.event;
  const data = withoutText(JSON.stringify(row.event), messageId);
  const event = data === null ? null : readEvent({ rev, roomId, userId, kind, at, data });
  return event ? encodeEvent(event, rev) : row;
}

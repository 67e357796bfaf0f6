import type { ReadMark } from '#shared/reads.ts';
import type { Bus } from '#server/platform/bus.ts';

/** Marks gathered before they are sent early, so that a burst in many rooms cannot grow the memory. */
const maxPending = 10_000;

/**
 * Gathers how far people have read, and sends each room one hint per batch with the newest mark of each person. Nothing
 * is stored: a client that missed a hint reads the room's members again.
 */
export class ReadReceipts {
  #rooms = new Map<string, Map<string, number>>();
  #pending = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly bus: Bus,
    private readonly batchMs = 1_000,
  ) {}

  add(roomId: string, { userId, lastReadRev }: ReadMark): void {
    const marks = this.#rooms.get(roomId) ?? new Map<string, number>();
    this.#pending += marks.has(userId) ? 0 : 1;
    this.#rooms.set(roomId, marks.set(userId, lastReadRev));
    if (this.#pending >= maxPending) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), this.batchMs);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #flush(): void {
    this.close();
    const rooms = this.#rooms;
    this.#rooms = new Map();
    this.#pending = 0;
    for (const [roomId, marks] of rooms) {
      this.bus.hint({ kind: 'reads', roomId, marks: Object.fromEntries(marks) }, roomId);
    }
  }
}

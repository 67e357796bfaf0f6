import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQLWrapper } from 'drizzle-orm';
import type { LogEvent } from '#shared/events.ts';
import { type Db, prepared, type Store, type Tx } from '#server/platform/db/store.ts';
import { slowestCursor } from './cursors.ts';
import { type EventRow, withoutText } from './stored-events.ts';
import { events, logHead } from './tables.ts';

/** How many events one write of a pruning deletes: about 10 ms for all who wait behind it. */
const prunedTogether = 1_000;

const advance = prepared('log_advance', (db) =>
  db
    .update(db.of(logHead))
    .set({ rev: sql`${db.of(logHead).rev} + 1` })
    .where(eq(db.of(logHead).id, 1))
    .returning({ rev: db.of(logHead).rev }),
);

const insertEvent = prepared('log_insert_event', (db) =>
  db.insert(db.of(events)).values({
    rev: sql.placeholder('rev'),
    roomId: sql.placeholder('roomId'),
    userId: sql.placeholder('userId'),
    kind: sql.placeholder('kind'),
    messageId: sql.placeholder('messageId'),
    data: sql.placeholder('data'),
    at: sql.placeholder('at'),
  }),
);

const readHead = prepared('log_read_head', (db) => db.select({ rev: db.of(logHead).rev }).from(db.of(logHead)));

/** Takes the next revision. It is given back if the write fails, so revs have no gaps. */
export async function nextRev(tx: Tx): Promise<number> {
  const [row] = await advance(tx.db).execute();
  if (!row) throw new Error('log_head has no row: the database was not initialised');
  return row.rev;
}

/** Appends an event that carries a rev from `nextRev`; it is published after the commit. */
export async function append(tx: Tx, event: LogEvent): Promise<void> {
  const { rev, roomId, userId, kind, at } = event;
  await insertEvent(tx.db).execute({
    rev,
    roomId,
    userId,
    kind,
    messageId: messageOf(event),
    data: JSON.stringify(event),
    at,
  });
  tx.events.push(event);
}

function messageOf(event: LogEvent): string | null {
  if ('message' in event) return event.message.id;
  return 'messageId' in event ? event.messageId : null;
}

/** The newest committed revision, 0 before the first event. */
export async function headRev(db: Db): Promise<number> {
  const [row] = await readHead(db).execute();
  return row?.rev ?? 0;
}

/** The oldest revision the log still holds, or null when it is empty. */
export async function oldestRev(db: Db): Promise<number | null> {
  const e = db.of(events);
  const [row] = await db.select({ rev: e.rev }).from(e).orderBy(asc(e.rev)).limit(1);
  return row?.rev ?? null;
}

/**
 * The revs of what concerns a person after `rev`: their rooms' events, their own, everybody's; oldest first, at most
 * `limit`. It reads two indexes and no event.
 */
export async function revsFor(
  db: Db,
  person: { userId: string; roomIds: readonly string[] },
  rev: number,
  limit: number,
): Promise<number[]> {
  const e = db.of(events);
  const revs = () => db.select({ rev: e.rev }).from(e);
  const rows = await revs()
    .where(and(eq(e.userId, person.userId), gt(e.rev, rev)))
    .unionAll(revs().where(and(inArray(e.roomId, [...person.roomIds]), isNull(e.userId), gt(e.rev, rev))))
    .unionAll(revs().where(and(isNull(e.roomId), isNull(e.userId), gt(e.rev, rev))))
    .orderBy(asc(e.rev))
    .limit(limit);
  return rows.map((row) => row.rev);
}

/** The stored events at these revs, oldest first. */
export async function eventsAt(db: Db, revs: readonly number[]): Promise<EventRow[]> {
  const e = db.of(events);
  const { rev, roomId, userId, kind, data, at } = e;
  return db
    .select({ rev, roomId, userId, kind, data, at })
    .from(e)
    .where(inArray(rev, [...revs]))
    .orderBy(asc(rev));
}

/** What was committed after `rev`, oldest first, at most `limit`. */
export async function eventsAfter(db: Db, rev: number, limit: number): Promise<EventRow[]> {
  const e = db.of(events);
  const { roomId, userId, kind, data, at } = e;
  return db
    .select({ rev: e.rev, roomId, userId, kind, data, at })
    .from(e)
    .where(gt(e.rev, rev))
    .orderBy(asc(e.rev))
    .limit(limit);
}

/** Takes a message's text out of its own events and out of those of its replies, which quote it; `replies` selects their ids. */
export async function forgetText(tx: Tx, messageId: string, replies: SQLWrapper): Promise<void> {
  const e = tx.db.of(events);
  const rows = await tx.db
    .select({ rev: e.rev, data: e.data })
    .from(e)
    .where(or(eq(e.messageId, messageId), inArray(e.messageId, replies)));
  for (const { rev, data } of rows) {
    const rest = withoutText(data, messageId);
    if (rest !== null) await tx.db.update(e).set({ data: rest }).where(eq(e.rev, rev));
  }
}

/**
 * Drops events older than `before` (ms), some at a time, so that nobody's write waits for long; returning streams that
 * need them receive a resync. Resolves to how many there were.
 */
export async function pruneEvents(store: Store, before: number): Promise<number> {
  let pruned = 0;
  for (;;) {
    const count = await store.write((tx) => pruneOldest(tx, before));
    pruned += count;
    if (count < prunedTogether) return pruned;
  }
}

/** Revs are in the order of time, so the oldest are at the front. What a durable reader has not handled is kept. */
async function pruneOldest(tx: Tx, before: number): Promise<number> {
  const slowest = (await slowestCursor(tx.db)) ?? Infinity;
  const e = tx.db.of(events);
  const oldest = await tx.db.select({ rev: e.rev, at: e.at }).from(e).orderBy(asc(e.rev)).limit(prunedTogether);
  const kept = oldest.findIndex(({ rev, at }) => at >= before || rev > slowest);
  const old = kept === -1 ? oldest : oldest.slice(0, kept);
  const last = old.at(-1);
  if (last) await tx.db.delete(e).where(lte(e.rev, last.rev));
  return old.length;
}

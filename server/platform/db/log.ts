import { and, asc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { type LogEvent, logEvent } from '#shared/events.ts';
import { type Db, prepared, type Tx } from './store.ts';

const advance = prepared((db) =>
  db
    .update(db.tables.logHead)
    .set({ rev: sql`${db.tables.logHead.rev} + 1` })
    .where(eq(db.tables.logHead.id, 1))
    .returning({ rev: db.tables.logHead.rev })
    .prepare(),
);

const insertEvent = prepared((db) =>
  db
    .insert(db.tables.events)
    .values({
      rev: sql.placeholder('rev'),
      roomId: sql.placeholder('roomId'),
      userId: sql.placeholder('userId'),
      kind: sql.placeholder('kind'),
      messageId: sql.placeholder('messageId'),
      data: sql.placeholder('data'),
      at: sql.placeholder('at'),
    })
    .prepare(),
);

const readHead = prepared((db) => db.select({ rev: db.tables.logHead.rev }).from(db.tables.logHead).prepare());

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
  const { events } = db.tables;
  const [row] = await db.select({ rev: events.rev }).from(events).orderBy(asc(events.rev)).limit(1);
  return row?.rev ?? null;
}

/** What concerns a person after `rev`: their rooms' events, their own, everybody's; oldest first. Null beyond `most`. */
export async function eventsFor(
  db: Db,
  person: { userId: string; roomIds: readonly string[] },
  rev: number,
  most: { events: number; bytes: number },
): Promise<LogEvent[] | null> {
  const { events } = db.tables;
  const rows = await db
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        gt(events.rev, rev),
        or(
          eq(events.userId, person.userId),
          and(isNull(events.userId), or(isNull(events.roomId), inArray(events.roomId, [...person.roomIds]))),
        ),
      ),
    )
    .orderBy(asc(events.rev))
    .limit(most.events + 1);
  const bytes = rows.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
  if (rows.length > most.events || bytes > most.bytes) return null;
  return rows.map((row) => logEvent.parse(JSON.parse(row.data)));
}

/** Changes what stands in the log of these revs; for what a person has a right to see gone. */
export async function rewriteEvents(
  tx: Tx,
  revs: readonly number[],
  change: (event: LogEvent) => LogEvent,
): Promise<void> {
  const { events } = tx.db.tables;
  const rows = await tx.db
    .select({ rev: events.rev, data: events.data })
    .from(events)
    .where(inArray(events.rev, [...revs]));
  for (const { rev, data } of rows) {
    const changed = JSON.stringify(change(logEvent.parse(JSON.parse(data))));
    await tx.db.update(events).set({ data: changed }).where(eq(events.rev, rev));
  }
}

/** Drops events older than `before` (ms); returning streams that need them are told to start over. */
export async function pruneEvents(tx: Tx, before: number): Promise<number> {
  const { events } = tx.db.tables;
  // Revs are in the order of time, so this reads what is to go and one row more.
  const [kept] = await tx.db
    .select({ rev: events.rev })
    .from(events)
    .where(gte(events.at, before))
    .orderBy(asc(events.rev))
    .limit(1);
  const gone = await tx.db
    .delete(events)
    .where(kept && lt(events.rev, kept.rev))
    .returning({ rev: events.rev });
  return gone.length;
}

import { tracked, type TrackedEnvelope } from '@trpc/server';
import type { EventOf, LogEvent, StreamEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import { eventsAt, headRev, oldestRev, revsFor } from '#server/platform/log/event-log.ts';
import { readEvent } from '#server/platform/log/stored-events.ts';
import type { Db, Store } from '#server/platform/db/store.ts';
import { codedError } from '#server/platform/trpc/errors.ts';
import { MembershipFilter, roomsBefore } from './membership-filter.ts';
import type { Connections } from './connections.ts';
import type { EventCache } from '#server/platform/log/event-cache.ts';
import { type EncodedEvent, encodeEvent } from './encoded-event.ts';
import type { Hub, Start, Subscription } from './hub.ts';
import type { LiveSocket } from './live-socket.ts';
import { QueueEventWriter } from './queue-event-writer.ts';

/** Further behind than this many revs the log is not even searched. */
const searchedRevs = 50_000;
/** Events read from the log at a time: what is too many bytes ends there. */
const readTogether = 200;

export interface StreamSource {
  hub: Hub;
  store: Store;
  connections: Connections;
  version: string;
}

export interface StreamRequest<E extends StreamEvent> {
  userId: string;
  sessionId: string;
  /** The socket and request the live frames go to; null reads them through the generator. */
  target: { writer: LiveSocket; requestId: string | number } | null;
  lastEventId: string | null;
  signal: AbortSignal;
  roomIdsOf: (db: Db) => Promise<string[]>;
  accepts: (event: StreamEvent) => event is E;
  /** Runs when the stream begins; what it returns, when the stream has ended. */
  begin?: (() => () => void) | undefined;
}

/** What a stream yields: its own events, and the two that every stream may carry. */
export type Opened<E> = TrackedEnvelope<E | EventOf<'hello'> | EventOf<'resync'>>;

/**
 * A resumable stream of one person's events, each tracked by its rev: `hello`, what was missed after `lastEventId` (or
 * one `resync` if that is too much), then everything live. On a WebSocket the generator ends once the stream is live: the
 * hub writes the frames itself, and the socket's writer holds the subscription open at a tenth of the memory.
 */
export async function* openStream<E extends StreamEvent>(
  source: StreamSource,
  request: StreamRequest<E>,
): AsyncGenerator<Opened<E>, void> {
  const { target, signal } = request;
  const queue = target ? null : new QueueEventWriter();
  const sink = target ? target.writer.writerOf(target.requestId) : (queue ?? new QueueEventWriter());
  const subscription: Subscription = { userId: request.userId, sink, accepts: request.accepts };
  const free = claim(source, request, queue);
  const gone = request.begin?.();
  const end = () => {
    free();
    source.hub.detach(subscription);
    gone?.();
  };
  let held = false;
  try {
    signal.addEventListener('abort', () => queue?.end('read'), { once: true });
    while (!signal.aborted && !source.hub.attach(subscription, await readStart(source, request)));
    if (queue) yield* read<E>(queue);
    else if (target && !signal.aborted) {
      target.writer.detach(target.requestId, end);
      held = true;
    }
  } catch (reason) {
    throw codedError(reason);
  } finally {
    if (!held) end();
  }
}

/** Counts the stream against what its socket or its session may have open; call the result when it has ended. */
function claim<E extends StreamEvent>(
  { connections }: StreamSource,
  { sessionId, target }: StreamRequest<E>,
  queue: QueueEventWriter | null,
): () => void {
  try {
    if (queue) return connections.add(sessionId, (why) => queue.end(why));
    return target?.writer.reserve(target.requestId) ?? (() => undefined);
  } catch (reason) {
    throw codedError(reason);
  }
}

async function* read<E extends StreamEvent>(queue: QueueEventWriter): AsyncGenerator<Opened<E>, void> {
  for await (const { id, event } of queue.read()) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the subscription's `accepts` let only these through.
    yield tracked(id, event as E);
  }
}

function readStart<E extends StreamEvent>(source: StreamSource, request: StreamRequest<E>): Promise<Start> {
  const { cache } = source.hub;
  // Asked before the view is taken: what the view holds may be recalled from then on.
  const { recalls } = cache;
  return source.store.read(async (db) => {
    const head = await headRev(db);
    const roomIds = await request.roomIdsOf(db);
    const after = request.lastEventId === null ? head : Number(request.lastEventId);
    const hello = { kind: 'hello', version: source.version, rev: Math.min(after, head) } as const;
    const missed = await missedEvents(db, { userId: request.userId, roomIds }, { after, head }, { cache, recalls });
    const opening = missed
      ? missed.filter(({ event }) => request.accepts(event))
      : [encodeEvent({ kind: 'resync', rev: head }, head)];
    return { head, roomIds, opening: [encodeEvent(hello, hello.rev), ...opening] };
  });
}

interface Stretch {
  after: number;
  head: number;
}

interface Memory {
  cache: EventCache;
  recalls: number;
}

/** Null when there is too much to replay, or the log no longer holds it, or the place is not from this log. */
async function missedEvents(
  db: Db,
  person: { userId: string; roomIds: string[] },
  { after, head }: Stretch,
  memory: Memory,
): Promise<EncodedEvent<LogEvent>[] | null> {
  if (after === head) return [];
  if (after > head || head - after > searchedRevs) return null;
  const oldest = await oldestRev(db);
  if (oldest === null || oldest > after + 1) return null;
  const revs = await revsFor(db, person, after, limits.replayedEvents + 1);
  const missed = revs.length > limits.replayedEvents ? null : await encodedAt(db, revs, memory);
  if (!missed) return null;
  const events = missed.map(({ event }) => event);
  const membership = new MembershipFilter(person.userId, roomsBefore(events, person.userId, person.roomIds));
  return missed.filter(({ event }) => membership.includes(event));
}

/** The events at these revs, from memory or the log; null when they are too many bytes, or one is malformed. */
async function encodedAt(
  db: Db,
  revs: readonly number[],
  { cache, recalls }: Memory,
): Promise<EncodedEvent<LogEvent>[] | null> {
  const encoded: EncodedEvent<LogEvent>[] = [];
  let bytes = 0;
  for (let from = 0; from < revs.length; from += readTogether) {
    const some = revs.slice(from, from + readTogether);
    const cached = new Map(some.map((rev) => [rev, cache.get(rev)]));
    const unread = some.filter((rev) => !cached.get(rev));
    const rows = unread.length > 0 ? await eventsAt(db, unread) : [];
    const fresh = rows.flatMap((row) => {
      const event = readEvent(row);
      return event ? [encodeEvent(event, row.rev)] : [];
    });
    if (fresh.length < unread.length) return null;
    cache.keep(fresh, recalls);
    for (const row of fresh) cached.set(row.event.rev, row);
    for (const row of cached.values()) {
      if (!row) continue;
      encoded.push(row);
      bytes += row.body.length;
    }
    if (bytes > limits.replayedBytes) return null;
  }
  return encoded;
}

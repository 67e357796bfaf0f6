import { type LogEvent, logEvent, logEventKinds } from '#shared/events.ts';

/** A row of the log as read from the database: written by this version, an older or a newer one. */
export interface EventRow {
  rev: number;
  roomId: string | null;
  userId: string | null;
  kind: string;
  /** The event as JSON. */
  data: string;
  at: number;
}

/**
 * The event of a row. Fields that its writer did not know get their defaults; a kind that this version does not know is
 * passed on as it is, addressed by the row's columns. Null for a malformed row of a known kind.
 */
export function readEvent(row: EventRow): LogEvent | null {
  const data = fromJson(row.data);
  if (logEventKinds.has(row.kind)) {
    const { success, data: event } = logEvent.safeParse(data);
    return success && event.kind === row.kind ? event : null;
  }
  const { rev, roomId, userId, kind, at } = row;
  const foreign: unknown = { ...Object(data), kind, rev, at, roomId, userId };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every reader of kinds ignores those that it does not name.
  return foreign as LogEvent;
}

/** Undefined for what is no JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A stored event without the text of one message, whether it carries the message or quotes it; of whatever kind and
 * shape, so that no release makes an older message impossible to recall. Null when nothing of it was in there.
 *
 * As long in bytes as before: SQLite then overwrites the row where it is. A row that shrinks makes it move its
 * neighbours, and it leaves copies of them in unused parts of a page, where a later recall does not reach.
 */
export function withoutText(data: string, messageId: string): string | null {
  const event = fromJson(data);
  // Nobody can read such a row: a returning stream starts over.
  if (event === undefined) return data.trim() === unreadable ? null : asLongAs(data, unreadable);
  const carriers = [fieldOf(event, 'message'), fieldOf(fieldOf(event, 'message'), 'replyTo')];
  const found = carriers.filter((carrier) => isOf(carrier, messageId) && fieldOf(carrier, 'text') !== '');
  for (const carrier of found) Reflect.set(Object(carrier), 'text', '');
  return found.length > 0 ? asLongAs(data, JSON.stringify(event)) : null;
}

const unreadable = '{}';

/** JSON ends in as much white space as one likes. */
const asLongAs = (before: string, after: string): string =>
  after + ' '.repeat(Math.max(0, Buffer.byteLength(before) - Buffer.byteLength(after)));

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** A message is named by `id`, a quote by `messageId`. */
const isOf = (carrier: unknown, messageId: string): boolean =>
  (fieldOf(carrier, 'messageId') ?? fieldOf(carrier, 'id')) === messageId;

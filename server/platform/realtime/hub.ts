import { type Hint, isLogEvent, type LogEvent, type StreamEvent } from '#shared/events.ts';
import { Attendance } from './attendance.ts';
import { Turns } from '#server/platform/turns.ts';
import { type EncodedEvent, encodeEvent } from './frames.ts';
import { Flusher } from './flusher.ts';
import type { Sink } from './sinks.ts';

/** How many published events are kept to bridge the time between reading the log and attaching. */
const kept = 4_096;

export interface Subscription {
  readonly userId: string;
  readonly sink: Sink;
  accepts(event: StreamEvent): boolean;
}

/** What a stream starts from, read from the log in one consistent view. */
export interface Start {
  /** The newest rev of that view. */
  head: number;
  roomIds: readonly string[];
  /** What is sent first: the greeting, then what was missed. */
  opening: readonly { event: StreamEvent; id: number }[];
}

interface Person {
  readonly userId: string;
  readonly rooms: Set<string>;
  readonly subscriptions: Set<Subscription>;
}

/**
 * Who is listening, by person and by room. It hears every committed event in the order of revs, encodes each once and
 * hands it to the subscriptions of those it concerns; who belongs to a room it learns from the same events.
 */
export class Hub {
  readonly flusher: Flusher;
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Set<Person>>();
  #recent: EncodedEvent[] = [];
  #lastRev: number;

  constructor(
    lastRev: number,
    readonly turns = new Turns(),
  ) {
    this.flusher = new Flusher(turns);
    this.#lastRev = lastRev;
  }

  /** Publishes the events of one commit. */
  publish(events: readonly LogEvent[]): void {
    for (const event of events) {
      const encoded = encodeEvent(event, event.rev);
      this.#lastRev = event.rev;
      this.#recent.push(encoded);
      if (event.kind === 'room.joined') this.#enter(event.userId, event.room.id);
      this.#deliver(encoded, this.#audience(event));
      if (event.kind === 'room.left') this.#leave(event.userId, event.leftRoomId);
    }
    if (this.#recent.length > 2 * kept) this.#recent = this.#recent.slice(-kept);
    this.flusher.settle();
  }

  /** Tells the room's listeners, or with `null` everybody, something that is not kept. */
  hint(hint: Hint, roomId: string | null): void {
    const audience = roomId === null ? this.#people.values() : (this.#rooms.get(roomId) ?? []);
    this.#deliver(encodeEvent(hint, this.#lastRev), audience);
    this.flusher.settle();
  }

  /**
   * Sends the opening and whatever was published since it was read, and from then on everything live, without a gap:
   * one synchronous step. False when too much was published meanwhile; read the log again and call again.
   */
  attach(subscription: Subscription, start: Start): boolean {
    const since = this.#since(start.head);
    if (!since) return false;
    for (const { event, id } of start.opening) subscription.sink.deliver(encodeEvent(event, id));
    const attendance = new Attendance(subscription.userId, start.roomIds);
    for (const encoded of since) {
      const { event } = encoded;
      if (isLogEvent(event) && attendance.hears(event) && subscription.accepts(event))
        subscription.sink.deliver(encoded);
    }
    this.#personOf(subscription.userId, attendance.rooms).subscriptions.add(subscription);
    this.flusher.settle();
    return true;
  }

  detach(subscription: Subscription): void {
    const person = this.#people.get(subscription.userId);
    if (!person?.subscriptions.delete(subscription) || person.subscriptions.size > 0) return;
    for (const roomId of person.rooms) this.#leave(person.userId, roomId);
    this.#people.delete(person.userId);
  }

  #since(head: number): EncodedEvent[] | null {
    if (head >= this.#lastRev) return [];
    const first = this.#recent.findIndex(({ event }) => isLogEvent(event) && event.rev > head);
    const oldest = this.#recent[first]?.event;
    if (!oldest || !isLogEvent(oldest) || oldest.rev !== head + 1) return null;
    return this.#recent.slice(first);
  }

  #personOf(userId: string, roomIds: Iterable<string>): Person {
    const known = this.#people.get(userId);
    if (known) return known;
    const person: Person = { userId, rooms: new Set(), subscriptions: new Set() };
    this.#people.set(userId, person);
    for (const roomId of roomIds) this.#enter(userId, roomId);
    return person;
  }

  #audience(event: LogEvent): Iterable<Person> {
    if (event.userId) {
      const person = this.#people.get(event.userId);
      return person ? [person] : [];
    }
    return event.roomId ? (this.#rooms.get(event.roomId) ?? []) : this.#people.values();
  }

  #deliver(encoded: EncodedEvent, audience: Iterable<Person>): void {
    for (const person of audience) {
      for (const subscription of person.subscriptions) {
        if (subscription.accepts(encoded.event)) subscription.sink.deliver(encoded);
      }
    }
  }

  #enter(userId: string, roomId: string): void {
    const person = this.#people.get(userId);
    if (!person) return;
    person.rooms.add(roomId);
    const people = this.#rooms.get(roomId) ?? new Set();
    this.#rooms.set(roomId, people.add(person));
  }

  #leave(userId: string, roomId: string): void {
    const person = this.#people.get(userId);
    const people = this.#rooms.get(roomId);
    if (!person || !people) return;
    person.rooms.delete(roomId);
    people.delete(person);
    if (people.size === 0) this.#rooms.delete(roomId);
  }
}

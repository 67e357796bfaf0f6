import type { Hint, LogEvent, StreamEvent } from '#shared/events.ts';
import { MembershipFilter } from './membership-filter.ts';
import { EventCache } from '#server/platform/log/event-cache.ts';
import { type EncodedEvent, encodeEvent } from './encoded-event.ts';
import type { EventWriter, WriteTimer } from './live-socket.ts';

export interface Subscription {
  readonly userId: string;
  readonly sink: EventWriter;
  accepts(event: StreamEvent): boolean;
}

/** What a stream starts from, read from the log in one consistent view. */
export interface Start {
  /** The newest rev of that view. */
  head: number;
  roomIds: readonly string[];
  /** What is sent first: the greeting, then what was missed. */
  opening: readonly EncodedEvent[];
}

/** Events after which the rights in a room may be others. */
const changesRights: ReadonlySet<LogEvent['kind']> = new Set(['room.updated', 'member.changed']);

interface Person {
  readonly userId: string;
  readonly rooms: Set<string>;
  /** Rooms that this person may post in, as was proven since they last changed. */
  readonly proven: Set<string>;
  /** Each with the head of the view it started from: what is not newer was in its opening. */
  readonly subscriptions: Map<Subscription, number>;
}

/**
 * Who is listening, by person and by room. It hears every committed event in the order of revs, encodes each once and
 * hands it to the subscriptions of those it concerns; who belongs to a room it learns from the same events.
 */
export class Hub {
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Set<Person>>();
  readonly cache = new EventCache();
  #lastRev: number;

  constructor(
    lastRev: number,
    private readonly writes: WriteTimer = { scheduleFlush: () => undefined },
  ) {
    this.#lastRev = lastRev;
  }

  /** Publishes the events of one commit. */
  publish(events: readonly LogEvent[]): void {
    for (const event of events) {
      const encoded = encodeEvent(event, event.rev);
      this.#lastRev = event.rev;
      this.cache.push(encoded);
      if (event.kind === 'room.joined') this.#enter(event.userId, event.room.id);
      for (const person of this.#audience(event)) publishTo(person, encoded);
      if (changesRights.has(event.kind)) this.#forgetProofs(event);
      if (event.kind === 'room.left') this.#leave(event.userId, event.leftRoomId);
    }
    this.writes.scheduleFlush();
  }

  /** Tells the room's listeners, or with `null` everybody, something that is not kept. */
  hint(hint: Hint, roomId: string | null): void {
    const audience = roomId === null ? this.#people.values() : (this.#rooms.get(roomId) ?? []);
    const encoded = encodeEvent(hint, this.#lastRev);
    for (const { subscriptions } of audience) {
      for (const [subscription, head] of subscriptions) {
        if (!subscription.accepts(hint)) continue;
        // A stream ahead of what is published would be sent back, and hear the events in between twice.
        subscription.sink.deliver(head > this.#lastRev ? encodeEvent(hint, head) : encoded);
      }
    }
    this.writes.scheduleFlush();
  }

  /**
   * Sends the opening and whatever was published since it was read, and from then on everything live, without a gap:
   * one synchronous step. False when too much was published meanwhile; read the log again and call again.
   */
  attach(subscription: Subscription, start: Start): boolean {
    const since = start.head >= this.#lastRev ? [] : this.cache.since(start.head);
    if (!since) return false;
    for (const encoded of start.opening) subscription.sink.deliver(encoded);
    const membership = new MembershipFilter(subscription.userId, start.roomIds);
    for (const encoded of since) {
      const { event } = encoded;
      if (membership.includes(event) && subscription.accepts(event)) subscription.sink.deliver(encoded);
    }
    this.#personOf(subscription.userId, membership.rooms).subscriptions.set(subscription, start.head);
    this.writes.scheduleFlush();
    return true;
  }

  /**
   * Proves that a person may post in a room: by memory where their stream is open here and nothing has changed in the room
   * since `prove` passed, else by `prove`, which throws.
   */
  async proveOnce(userId: string, roomId: string, prove: () => Promise<void>): Promise<void> {
    const person = this.#people.get(userId);
    if (person?.proven.has(roomId)) return;
    const rev = this.#lastRev;
    await prove();
    // What was published meanwhile may be newer than the view of the proof.
    if (rev === this.#lastRev && person?.rooms.has(roomId)) person.proven.add(roomId);
  }

  detach(subscription: Subscription): void {
    const person = this.#people.get(subscription.userId);
    if (!person?.subscriptions.delete(subscription) || person.subscriptions.size > 0) return;
    for (const roomId of person.rooms) this.#leave(person.userId, roomId);
    this.#people.delete(person.userId);
  }

  #personOf(userId: string, roomIds: Iterable<string>): Person {
    const known = this.#people.get(userId);
    if (known) return known;
    const person: Person = { userId, rooms: new Set(), proven: new Set(), subscriptions: new Map() };
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

  #forgetProofs(event: LogEvent): void {
    for (const person of this.#audience(event)) if (event.roomId) person.proven.delete(event.roomId);
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
    person.proven.delete(roomId);
    people.delete(person);
    if (people.size === 0) this.#rooms.delete(roomId);
  }
}

function publishTo({ subscriptions }: Person, encoded: EncodedEvent<LogEvent>): void {
  for (const [subscription, head] of subscriptions) {
    // A view may be newer than the last publishing: it was taken between a commit and its publishing.
    if (encoded.event.rev > head && subscription.accepts(encoded.event)) subscription.sink.deliver(encoded);
  }
}

import type { Act, Person, PlannedRoom } from './acts.ts';
import { Calendar, spanOf } from './calendar.ts';
import { makeNames, statuses } from './names.ts';
import { Random } from './random.ts';
import { lobbyIdea, makeRooms, type RoomIdea } from './room-names.ts';
import { planTalk } from './talk.ts';

export interface Size {
  messages: number;
  people: number;
  rooms: number;
}

export interface Plan {
  /** The owner first. */
  people: Person[];
  /** The lobby first. */
  rooms: PlannedRoom[];
  /** In the order of time. */
  acts: Act[];
  random: Random;
}

/** One room in five is a direct one. */
const directShare = 0.2;

/** What happens in a workspace of this size up to a moment, ms since 1970; the same seed plans the same. */
export function makePlan(size: Size, seed: number, ownerName: string, until: number): Plan {
  const random = new Random(seed);
  const span = spanOf(size.messages, size.people);
  const from = until - span;
  const people = planPeople(random, size.people, ownerName, from, span);
  const rooms = planRooms(random, size.rooms, people, from, span);
  const acts: Act[] = [
    ...people.map((person): Act => ({ kind: 'register', at: person.joinsAt, person })),
    ...rooms.flatMap(planDoors),
    ...planTalk(random, new Calendar(random, from, until), rooms, size.messages, until),
  ];
  return { people, rooms, acts: acts.toSorted((a, b) => a.at - b.at), random };
}

function planPeople(random: Random, count: number, ownerName: string, from: number, span: number): Person[] {
  const owner = { name: ownerName, displayName: 'Alex Rivers', language: 'en' as const };
  return [owner, ...makeNames(count - 1)].map((name, index) => ({
    ...name,
    statusText: random.pick(statuses[name.language]),
    // Most are there from the beginning, a minute apart; the others come over the months.
    joinsAt: Math.floor(from + (index < count * 0.7 ? index * 1_000 : random.next() * span * 0.7)),
    id: '',
  }));
}

function planRooms(random: Random, count: number, people: Person[], from: number, span: number): PlannedRoom[] {
  const direct = Math.min(Math.round(count * directShare), Math.floor((people.length * (people.length - 1)) / 4));
  const settled = from + people.length * 1_000;
  const opening = (index: number) =>
    Math.floor(settled + (index < count / 2 ? index * 1_000 : random.next() * span * 0.5));
  const named = makeRooms(count - direct - 1).map((idea, index) => {
    const chosen = people.filter((_, i) =>
      i === 0 ? idea.kind === 'public' || random.chance(0.7) : random.chance(shareOf(idea, random)),
    );
    return planRoom(idea, random.some(chosen, chosen.length), people, opening(index), random, span);
  });
  const pairs = new Set<string>();
  const directs: PlannedRoom[] = [];
  while (directs.length < direct) {
    const some = random.some(people, random.chance(0.8) ? 2 : 3);
    if (directs.length % 2 === 0 && people[0] && !some.includes(people[0])) some[0] = people[0];
    const key = some
      .map(({ name }) => name)
      .toSorted()
      .join(' ');
    if (!pairs.has(key)) directs.push(planRoom(null, some, people, opening(count), random, 0));
    pairs.add(key);
  }
  const lobby = { idea: lobbyIdea, lobby: true, opensAt: from, id: '', revs: [] };
  const everyone = people.map((person) => ({ person, entersAt: person.joinsAt }));
  return [{ ...lobby, members: everyone }, ...named, ...directs];
}

const shareOf = (idea: RoomIdea, random: Random): number =>
  idea.kind === 'public' ? 0.3 + random.next() * 0.4 : 0.08 + random.next() * 0.15;

/** Two at least are there when a room opens; those who come later enter one by one. */
function planRoom(
  idea: RoomIdea | null,
  chosen: Person[],
  people: Person[],
  opensAt: number,
  random: Random,
  span: number,
): PlannedRoom {
  const members = chosen.length < 2 ? random.some(people, 2) : chosen;
  const ready = Math.max(opensAt, ...members.slice(0, idea ? 2 : undefined).map(({ joinsAt }) => joinsAt + 1));
  const entries = members.map((person, index) => {
    const early = index < 2 || (person.joinsAt < ready && random.chance(0.8));
    const later = Math.max(person.joinsAt, ready) + 1 + Math.floor(random.next() * span * 0.1);
    return { person, entersAt: early || !idea ? ready : later };
  });
  return {
    idea,
    lobby: false,
    opensAt: ready,
    members: entries.toSorted((a, b) => a.entersAt - b.entersAt),
    id: '',
    revs: [],
  };
}

/** A room opens with those who are there from the start; the others follow, and the topic changes now and then. */
function planDoors(room: PlannedRoom): Act[] {
  if (room.lobby) return [{ kind: 'topic', at: room.opensAt + 1, room, topic: 'For everyone · 所有人都在这里' }];
  const first = room.members.filter(({ entersAt }) => entersAt === room.opensAt).map(({ person }) => person);
  const later = room.members.filter(({ entersAt }) => entersAt > room.opensAt);
  return [
    { kind: 'open', at: room.opensAt, room, members: first },
    ...later.map(({ person, entersAt }): Act => ({ kind: 'enter', at: entersAt, room, person })),
  ];
}

import type { Name } from './names.ts';
import type { RoomIdea } from './room-names.ts';

/** Somebody who will be registered; `id` is known from then on. */
export interface Person extends Name {
  statusText: string;
  joinsAt: number;
  id: string;
}

/** A room that will be made; `null` is a direct one. `id` is known from then on. */
export interface PlannedRoom {
  idea: RoomIdea | null;
  lobby: boolean;
  opensAt: number;
  /** In the order in which they enter; the first one makes it. */
  members: { person: Person; entersAt: number }[];
  id: string;
  /** Of the messages said here, oldest first. */
  revs: number[];
}

/** A message that will be sent; `id` is known from then on. */
export interface Line {
  room: PlannedRoom;
  author: Person;
  /** Those that `@a`, `@b` … stand for. */
  speakers: Person[];
  /** Before names are put in. */
  text: string;
  /** What it says at first, when it is completed later. */
  firstText: string;
  answers: Line | null;
  id: string;
}

/** One thing that somebody does, at a time in ms since 1970. */
export type Act = { at: number } & (
  | { kind: 'register'; person: Person }
  | { kind: 'open'; room: PlannedRoom; members: Person[] }
  | { kind: 'enter'; room: PlannedRoom; person: Person }
  | { kind: 'topic'; room: PlannedRoom; topic: string }
  | { kind: 'say'; line: Line }
  | { kind: 'edit'; line: Line }
  | { kind: 'recall'; line: Line }
  | { kind: 'react'; line: Line; person: Person; emoji: string }
);

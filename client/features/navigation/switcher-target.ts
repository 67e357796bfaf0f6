import type { RoomKind } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { findMatches, type Found } from '#client/lib/matching.ts';

/** A place the switcher leads to. */
export interface SwitcherTarget {
  /** Unique: a room's or a user's id. */
  key: string;
  kind: RoomKind | 'person';
  title: string;
  /** Also searched, shown faintly: a person's name, a room's topic. */
  detail: string;
  /** Whose pictures: a person, or the others of a direct room. */
  people: readonly User[];
  unreadCount: number;
  mentionCount: number;
  archived: boolean;
}

/** So many are shown while nothing is typed, and while something is. */
const most = { atStart: 12, found: 40 };

const waiting = ({ mentionCount, unreadCount }: SwitcherTarget): number =>
  mentionCount > 0 ? 2 : unreadCount > 0 ? 1 : 0;

/** With nothing typed those that wait for a reader come first, then the recent ones; else the best matches. */
export function findTargets(search: string, targets: readonly SwitcherTarget[]): Found<SwitcherTarget>[] {
  if (search.trim() !== '') return findMatches(search, targets, (target) => [target.title, target.detail], most.found);
  const open = targets.filter((target) => !target.archived).toSorted((left, right) => waiting(right) - waiting(left));
  return open.slice(0, most.atStart).map((item) => ({ item, label: 0, spans: [], score: 0 }));
}

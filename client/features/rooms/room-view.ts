import type { RoomKind, RoomSummary } from '#shared/rooms.ts';
import type { User } from '#shared/users.ts';
import { listOf } from '#client/lib/dates.ts';
import { currentLanguage, wordsNow } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';

const words = wordsNow({ common: commonWords, rooms: roomsWords });

/** One line of the sidebar. */
export interface RoomLine {
  id: string;
  href: string;
  kind: RoomKind;
  /** As shown, without `#`. */
  title: string;
  archived: boolean;
  current: boolean;
  unreadCount: number;
  mentionCount: number;
  /** Something is written there and not sent. */
  draft: boolean;
  /** The others of a direct room (the reader in a note to self); empty for other kinds. */
  people: readonly User[];
}

/** The people of a direct room: the others, or the reader where there are none. */
export function othersOf(room: Pick<RoomSummary, 'directUserIds'>, meId: string): string[] {
  const others = room.directUserIds.filter((id) => id !== meId);
  return others.length > 0 ? others : [meId];
}

/** A direct room of the reader alone. */
export const isNoteToSelf = (room: Pick<RoomSummary, 'kind' | 'directUserIds'>, meId: string): boolean =>
  room.kind === 'direct' && room.directUserIds.every((id) => id === meId);

/** What a room is called: its name, or the people of a direct one. */
export function titleOf(
  room: Pick<RoomSummary, 'kind' | 'name' | 'directUserIds'>,
  users: ReadonlyMap<string, User>,
  meId: string,
): string {
  if (room.kind !== 'direct') return room.name;
  const t = words();
  const names = othersOf(room, meId).map((id) => users.get(id)?.displayName ?? t.common.someone);
  if (isNoteToSelf(room, meId)) return t.rooms.yourself(names[0] ?? '');
  return listOf(currentLanguage(), names);
}

/** A room as a heading shows it: `#general`, or the people of a direct room. */
export const headingOf = (room: RoomSummary, users: ReadonlyMap<string, User>, meId: string): string =>
  room.kind === 'direct' ? titleOf(room, users, meId) : `#${room.name}`;

import type { RoomKind } from '#shared/rooms.ts';
import type { Person } from '#client/features/users/person.ts';

export interface SwitcherTarget {
  /** Unique: a room's or a user's id. */
  key: string;
  kind: RoomKind | 'person';
  title: string;
  /** Also searched, shown faintly: a person's name, a room's topic. */
  detail: string;
  /** Whose pictures: a person, or the others of a direct room. */
  people: readonly Person[];
  unreadCount: number;
  mentionCount: number;
  archived: boolean;
}
export interface QuickSwitcherProps {
  /** Recent first; people with whom there is no direct room yet come last. */
  targets: readonly SwitcherTarget[];
  onChoose: (target: SwitcherTarget) => void;
  onBrowse: () => void;
  onClose: () => void;
}

/** Ctrl/⌘K: type a few letters, Enter. The caller closes it when something was chosen. */
export default function QuickSwitcher(_props: QuickSwitcherProps) {
  return null;
}

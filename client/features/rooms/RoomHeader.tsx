import type { RoomKind } from '#shared/rooms.ts';
import type { Person } from '#client/features/users/person.ts';

/** Callbacks that are left out are not offered: leave out what the person may not do. */
export interface RoomHeaderProps {
  kind: RoomKind;
  title: string;
  topic: string;
  memberCount: number;
  archived: boolean;
  /** Some of the members for their pictures; of a direct room the others. */
  people: readonly Person[];
  panelOpen: boolean;
  onTogglePanel: () => void;
  /** Shown on a phone: back to the list of rooms. */
  onBack: () => void;
  onRename?: () => void;
  onEditTopic?: () => void;
  onAddPeople?: () => void;
  onLeave?: () => void;
  onArchive?: () => void;
  onUnarchive?: () => void;
  onOpenProfile?: (userId: string, anchor: HTMLElement) => void;
}

/** The line above a conversation: where one is, who is there, and what can be done with it. */
export function RoomHeader(_props: RoomHeaderProps) {
  return null;
}

import type { RoomLine } from '#client/features/rooms/room-view.ts';
import type { Person } from '#client/features/users/person.ts';

export interface SidebarProps {
  workspaceName: string;
  me: Person;
  /** Undefined while loading; in the order to show. */
  rooms: readonly RoomLine[] | undefined;
  directs: readonly RoomLine[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  mentionCount: number;
  mentionsHref: string;
  mentionsCurrent: boolean;
  onJump: () => void;
  onCreateRoom: () => void;
  onBrowseRooms: () => void;
  onNewDirect: () => void;
  onSettings: () => void;
  onShortcuts: () => void;
  onLogOut: () => void;
  /** Only for those who may. */
  onInvite?: () => void;
}

/** The whole left column: workspace menu, jump, mentions, rooms, direct messages, oneself. */
export function Sidebar(_props: SidebarProps) {
  return null;
}

import type { BrowsedRoom } from '#shared/rooms.ts';
import type { Problem } from '#client/lib/problem.ts';

export interface BrowseRoomsProps {
  /** Undefined while the first page loads. */
  rooms: readonly BrowsedRoom[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  search: string;
  onSearch: (search: string) => void;
  archived: boolean;
  onArchived: (archived: boolean) => void;
  /** Left out where there is no further page. */
  onLoadMore?: (() => void) | undefined;
  loadingMore?: boolean;
  hrefOf: (room: BrowsedRoom) => string;
  onJoin: (room: BrowsedRoom) => Promise<Problem | null>;
  onCreate: (name: string) => void;
  /** Shown on a phone. */
  onBack: () => void;
}

/** A screen in the main column: all public rooms. */
export default function BrowseRooms(_props: BrowseRoomsProps) {
  return null;
}

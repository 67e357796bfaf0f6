import type { NamedRoom, People } from '#client/features/messages/types.ts';
import type { Message } from '#shared/messages.ts';

export interface DisplayMention {
  message: Message;
  /** As a heading shows it. */
  roomName: string;
  /** The permalink, within the page. */
  href: string;
}
/** The rows within `navigation/MentionsScreen`, which knows loading, failing and being empty. */
export interface MentionsListProps {
  /** Newest first. */
  items: readonly DisplayMention[];
  me: string;
  people: People;
  rooms: readonly NamedRoom[];
  hasMore: boolean;
  loadingMore: boolean;
  onLoadMore: () => void;
  /** The row was chosen: go to its `href`. */
  onOpen: (item: DisplayMention) => void;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  onOpenRoom: (room: NamedRoom) => void;
}

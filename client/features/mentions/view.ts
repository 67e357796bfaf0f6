import type { NamedRoom, People } from '#client/features/messages/view.ts';
import type { Message } from '#shared/messages.ts';

export interface ShownMention {
  message: Message;
  /** As a heading shows it. */
  roomName: string;
  /** The permalink, within the page. */
  href: string;
}
export interface MentionsScreenProps {
  /** Newest first; undefined while loading. */
  items: readonly ShownMention[] | undefined;
  error: string | null;
  onRetry: () => void;
  me: string;
  people: People;
  rooms: readonly NamedRoom[];
  hasMore: boolean;
  loadingMore: boolean;
  onLoadMore: () => void;
  /** The row was chosen: go to its `href`. */
  onOpen: (item: ShownMention) => void;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
}

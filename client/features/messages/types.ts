import type { MentionCandidates, Draft } from '#client/features/composer/draft.ts';
import type { RoomActor } from '#shared/permissions.ts';
import type { Message } from '#shared/messages.ts';
import type { User } from '#shared/users.ts';
import type { ReactNode } from 'react';

/** `sending`: under way; `queued`: waits for the connection; `failed`: refused, a person decides. */
export type SendState = 'sent' | 'sending' | 'queued' | 'failed';

/** A message as the page shows it. One that is not stored yet has `id` '' and `rev` `Number.MAX_SAFE_INTEGER`. */
export interface DisplayMessage {
  message: Message;
  state: SendState;
  /** Why it failed, a sentence. */
  error?: string;
}

/** The row's key: the same before and after the acknowledgement, so that nothing is mounted again. */
export const keyOf = ({ authorId, tempId }: Pick<Message, 'authorId' | 'tempId'>): string => `${authorId}:${tempId}`;

export type People = ReadonlyMap<string, User>;

/** A person's display name; somebody unknown gets `fallback`. */
export const displayNameOf = (people: People, userId: string, fallback: string): string =>
  people.get(userId)?.displayName ?? fallback;

/** A room that text can name by `#name`. */
export interface NamedRoom {
  id: string;
  name: string;
  /** The address of its screen. */
  href: string;
}

/** What a row does itself, besides the actions of the features. `onEdit` rejects with an `Error` that says why. */
export interface RowHandlers {
  onEdit: (message: Message, draft: Draft & { confirmed: boolean }) => Promise<void>;
  onReact: (message: Message, emoji: string, on: boolean) => void;
  onRetry: (message: Message) => void;
  onDiscard: (message: Message) => void;
  /** `anchor` is what was pressed: the profile card opens beside it. */
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  /** Show another message of the room, the one a reply answers. */
  onShowMessage: (messageId: string) => void;
  onOpenRoom: (room: NamedRoom) => void;
}

export interface MessageListProps {
  /** For the name of the timeline: `#general` or the people of a direct room. */
  roomName: string;
  /** Oldest first by `rev`; those not stored yet last. */
  messages: readonly DisplayMessage[];
  /** The reader in this room. */
  actor: RoomActor;
  people: People;
  pinnedIds: ReadonlySet<string>;
  candidates: MentionCandidates;
  enterSends: boolean;
  /** Above everything where the history begins. */
  beginning: ReactNode;
  hasOlder: boolean;
  hasNewer: boolean;
  loadingOlder: boolean;
  loadingNewer: boolean;
  onLoadOlder: () => void;
  onLoadNewer: () => void;
  /** The read mark as it was when the room was opened: the divider is above the first message after it. */
  unreadAfterRev: number | null;
  /** A message to show in the middle and highlight; a new `nonce` asks again. Waits until `messages` holds it. */
  target: { messageId: string; nonce: number } | null;
  /** How many messages wait below; shown on the button that leads there. */
  newCount: number;
  /** Asked only while `hasNewer`: load the newest page. The list then shows its end. */
  onJumpToLatest: () => void;
  /** Set while the first unread message is not loaded: load around it. Else the list scrolls there by itself. */
  onJumpToUnread: (() => void) | null;
  /** The newest `rev` that was on screen while the tab was seen and had the focus; only ever grows. */
  onReadUpTo: (rev: number) => void;
  onAtBottomChange: (atBottom: boolean) => void;
  /** Id of the message being edited in place. */
  editingId: string | null;
  onEditingChange: (messageId: string | null) => void;
  handlers: RowHandlers;
}

import type { MentionInput } from '#shared/messages.ts';
import type { User } from '#shared/users.ts';

/** What somebody writes: the text, and where it mentions whom, in UTF-16 code units. */
export interface Draft {
  text: string;
  mentions: readonly MentionInput[];
}
export const emptyDraft: Draft = { text: '', mentions: [] };

/** Whom and what a text of a room can address; the source of every suggestion. */
export interface MentionCandidates {
  /** The id of the reader. */
  me: string;
  /** The people of the room, the reader included. */
  members: readonly User[];
  /** Everybody else; empty where nobody can be added. */
  others: readonly User[];
  /** Rooms that `#` suggests. */
  rooms: readonly { id: string; name: string; href: string }[];
  memberCount: number;
  /** `@room` and `@here` have a meaning here: not in a direct room. */
  mayNotifyRoom: boolean;
  /** Adds people to the room; rejects with an `Error` whose message is a sentence. Null where it cannot be done. */
  onAddPeople: ((userIds: readonly string[]) => Promise<void>) | null;
}

export interface OutgoingDraft extends Draft {
  replyToId: string | null;
  /** The person knows that a large room is notified. */
  confirmed: boolean;
}

export interface ComposerProps {
  /** As a heading shows it: `#general`, or the people of a direct room. */
  roomName: string;
  /** A conversation of the reader alone. */
  noteToSelf: boolean;
  candidates: MentionCandidates;
  /** Read once; give the composer `key={roomId}`. */
  initialDraft: Draft;
  /** After every change, and with nothing once it is sent. */
  onDraftChange: (draft: Draft) => void;
  /** Show it at once and send it; the composer is already empty again. */
  onSend: (outgoing: OutgoingDraft) => void;
  /** True at most every three seconds while somebody writes, false once when they stop. */
  onTyping: (typing: boolean) => void;
  replyTo: { messageId: string; authorName: string; text: string } | null;
  onCancelReply: () => void;
  /** Arrow up while nothing is written. */
  onEditLast: () => void;
  /** Why nobody can write here. */
  blocked: { reason: 'archived' } | { reason: 'outside'; onJoin: () => void; joining: boolean } | null;
  enterSends: boolean;
  /** Take the focus when mounted: on a desktop. */
  autoFocus: boolean;
}

/** A text that may go out: its mentions are members, and a large room is notified knowingly. */
export interface CheckedDraft extends Draft {
  confirmed: boolean;
}
/** What a message raises: add somebody, leave somebody out, notify so many? */
export type Question = { kind: 'add' | 'limit'; draft: Draft; userIds: string[] } | { kind: 'notify'; draft: Draft };
export type Outcome = Question | { kind: 'ready'; checked: CheckedDraft };

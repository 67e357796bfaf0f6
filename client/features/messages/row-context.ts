import type { MentionCandidates } from '#client/features/composer/draft.ts';
import type { Message } from '#shared/messages.ts';
import type { RoomActor } from '#shared/permissions.ts';
import type { TextContext } from './markdown/rendering.ts';
import type { People, RowHandlers } from './types.ts';

/** What every row shares; the same object while nothing in it changes. */
export interface RowContext {
  me: string;
  people: People;
  text: TextContext;
  candidates: MentionCandidates;
  enterSends: boolean;
  /** The reader in this room: what they may do with a message is `mayWithMessage(actor, …)`. */
  actor: RoomActor;
  handlers: RowHandlers;
  onEditingChange: (messageId: string | null) => void;
}

/** Mentions the reader: by name, or with the whole room. */
export const callsMe = (message: Message, me: string): boolean =>
  message.authorId !== me &&
  message.mentions.some((mention) => {
    if (mention.kind === 'user') return mention.userId === me;
    return mention.kind === 'room' || mention.userIds.includes(me);
  });

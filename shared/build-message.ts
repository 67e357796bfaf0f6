import type { Message, Quote } from './messages.ts';

/** What every message has from the start; all else has a value that says "not yet" or "none". */
type Begun = Pick<Message, 'id' | 'roomId' | 'authorId' | 'tempId' | 'rev' | 'text' | 'createdAt'>;

/** The one place that builds a message. Imports no zod, so that the page may use it. */
export const newMessage = (fields: Begun & Partial<Message>): Message => ({
  mentions: [],
  notice: null,
  replyTo: null,
  reactions: [],
  editedAt: null,
  recalledAt: null,
  recalledBy: null,
  ...fields,
});

/** What a recall takes out of a message and sets in it, at `at` in ms since 1970. */
export const recallOf = (at: number, by: string) =>
  ({ text: '', mentions: [], recalledAt: at, recalledBy: by }) satisfies Partial<Message>;

/** A message after its recall: its place stays, what it said and what others added to it go. */
export const recalled = (message: Message, at: number, by: string): Message => ({
  ...message,
  ...recallOf(at, by),
  reactions: [],
});

/** A quote of a message after its recall. */
export const recalledQuote = (quote: Quote, at: number): Quote => ({ ...quote, text: '', recalledAt: at });

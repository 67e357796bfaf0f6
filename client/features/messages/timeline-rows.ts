import { dayOf } from '#client/lib/dates.ts';
import type { Message } from '#shared/messages.ts';
import { keyOf, type DisplayMessage } from './types.ts';

/** One line of the list. Everything has its own key, so that the place being read can be found again. */
export type TimelineRow =
  | { kind: 'beginning'; key: string }
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; shown: DisplayMessage; grouped: boolean };

export interface Around {
  me: string;
  hasOlder: boolean;
  unreadAfterRev: number | null;
  /**
   * Messages that once were the first of all that was loaded, by key; grows here. Such a one keeps its author's line when
   * older ones come above it: taking it away would move what is being read.
   */
  heads: Set<string>;
}

const groupMs = 5 * 60_000;

/** One author, one day, within five minutes, nothing between: the second needs no name and no picture. */
const continues = (message: Message, before: Message): boolean =>
  message.authorId === before.authorId &&
  message.notice === null &&
  before.notice === null &&
  message.replyTo === null &&
  message.createdAt - before.createdAt < groupMs;

const isUnread = ({ message, state }: DisplayMessage, { me, unreadAfterRev }: Around): boolean =>
  unreadAfterRev !== null && state === 'sent' && message.authorId !== me && message.rev > unreadAfterRev;

/** What the list shows, top to bottom: the beginning, days, the divider above the first unread message, messages. */
export function timelineRows(messages: readonly DisplayMessage[], around: Around): TimelineRow[] {
  const { hasOlder, heads } = around;
  const first = messages[0];
  const rows: TimelineRow[] = [];
  if (!hasOlder) rows.push({ kind: 'beginning', key: 'beginning' });
  else if (first) heads.add(keyOf(first.message));
  // What is unread may begin above: then its place is not known yet.
  let placed = hasOlder && first !== undefined && isUnread(first, around);
  let before: Message | null = null;
  for (const shown of messages) {
    const { message } = shown;
    const key = keyOf(message);
    const newDay: boolean = before ? dayOf(before.createdAt) !== dayOf(message.createdAt) : !hasOlder;
    if (newDay) rows.push({ kind: 'day', key: `day:${key}`, at: message.createdAt });
    const divides = !placed && isUnread(shown, around);
    if (divides) rows.push({ kind: 'new', key: 'new' });
    placed ||= divides;
    const grouped = before !== null && !newDay && !divides && !heads.has(key) && continues(message, before);
    rows.push({ kind: 'message', key, shown, grouped });
    before = message;
  }
  return rows;
}

/** Roughly how high a line will be, in pixels, before it is measured; `width` is that of the list. */
export function estimateHeight(row: TimelineRow, width: number): number {
  if (row.kind === 'beginning') return 220;
  if (row.kind === 'day') return 42;
  if (row.kind === 'new') return 32;
  const { message } = row.shown;
  if (message.notice) return 34;
  const perLine = Math.max(20, (width - 110) / 7.2);
  const lines = message.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return lines * 21 + (row.grouped ? 4 : 34) + (message.replyTo ? 26 : 0) + (message.reactions.length > 0 ? 34 : 0);
}

import type { Message } from '#shared/messages.ts';
import { describe, expect, test } from 'vitest';
import { timelineRows, type Around } from './timeline-rows.ts';
import type { DisplayMessage } from './types.ts';

const noon = Date.UTC(2026, 2, 10, 12);
const minute = 60_000;

function said(rev: number, minutes: number, more: Partial<Message> = {}): DisplayMessage {
  const base = {
    id: `m${rev}`,
    roomId: 'r',
    authorId: 'ann',
    tempId: `t${rev}`,
    rev,
    text: 'x',
    mentions: [],
    notice: null,
    recalledAt: null,
    recalledBy: null,
  };
  const rest = { replyTo: null, reactions: [], createdAt: noon + minutes * minute, editedAt: null };
  return { message: { ...base, ...rest, ...more }, state: 'sent' };
}
const around = (more: Partial<Around> = {}): Around => ({
  me: 'me',
  hasOlder: true,
  unreadAfterRev: null,
  heads: new Set(),
  ...more,
});
const shapes = (messages: DisplayMessage[], more: Around) =>
  timelineRows(messages, more).map((row) =>
    row.kind === 'message' ? `${row.shown.message.id}${row.grouped ? '+' : ''}` : row.kind,
  );

describe('the lines of the list', () => {
  test('one author within five minutes is named once', () => {
    const messages = [
      said(1, 0),
      said(2, 4),
      said(3, 10),
      said(4, 11, { authorId: 'bob' }),
      said(5, 12, { authorId: 'bob' }),
    ];
    expect(shapes(messages, around())).toEqual(['m1', 'm2+', 'm3', 'm4', 'm5+']);
  });

  test('a new day stands above its first message, the beginning above all', () => {
    expect(shapes([said(1, 0), said(2, 24 * 60)], around({ hasOlder: false }))).toEqual([
      'beginning',
      'day',
      'm1',
      'day',
      'm2',
    ]);
  });

  test('the divider stands above the first unread message of somebody else', () => {
    const messages = [said(1, 0), said(2, 1, { authorId: 'me' }), said(3, 2), said(4, 3)];
    expect(shapes(messages, around({ unreadAfterRev: 1 }))).toEqual(['m1', 'm2', 'new', 'm3', 'm4+']);
    expect(shapes(messages, around({ unreadAfterRev: 4 }))).not.toContain('new');
  });

  test('what is not stored yet is never unread', () => {
    const queued: DisplayMessage = { ...said(Number.MAX_SAFE_INTEGER, 5, { authorId: 'ann' }), state: 'queued' };
    expect(shapes([said(1, 0), queued], around({ unreadAfterRev: 1 }))).not.toContain('new');
  });

  test('while older unread messages may come, no divider is guessed', () => {
    expect(shapes([said(5, 0), said(6, 1)], around({ unreadAfterRev: 1 }))).not.toContain('new');
    expect(shapes([said(5, 0), said(6, 1)], around({ unreadAfterRev: 1, hasOlder: false }))).toContain('new');
  });

  test('older messages above do not change the lines below', () => {
    const heads = new Set<string>();
    const later = [said(3, 2), said(4, 3)];
    const before = shapes(later, around({ heads }));
    const after = shapes([said(1, 0), said(2, 1), ...later], around({ heads }));
    expect(after.slice(-before.length)).toEqual(before);
  });
});

import { describe, expect, test } from 'vitest';
import type { HistoryCursor, HistoryPage, Message } from '#shared/messages.ts';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { useTestApp, type TestApp } from '#server/testing/test-app.ts';

const textsOf = (page: HistoryPage) => page.messages.map(({ text, notice }) => (notice ? notice.type : text));

async function tenMessages(app: TestApp) {
  const [ann, bob] = await app.people('ann', 'bob');
  const roomId = await roomOf(ann);
  const other = await roomOf(ann);
  const sent: Message[] = [];
  for (let i = 1; i <= 9; i += 1) {
    sent.push(await say(ann, roomId, `m${i}`));
    await say(ann, other, 'elsewhere');
  }
  const page = (cursor?: HistoryCursor, limit = 4) => ann.api.messages.history({ roomId, cursor, limit });
  const at = (nr: number) => sent[nr - 1] ?? { id: '', rev: 0 };
  return { ann, bob, roomId, other, page, at };
}

describe.each(engines)('history on %s', (engine) => {
  const app = useTestApp(engine);

  test('opens at its newest messages, and reads back to the very first without a gap', async () => {
    const { page } = await tenMessages(app());
    const pages: string[][] = [];
    let cursor: HistoryCursor | null = { at: 'end' };
    while (cursor) {
      const read: HistoryPage = await page(cursor);
      pages.push(textsOf(read));
      cursor = read.older;
    }
    expect(pages).toEqual([
      ['m6', 'm7', 'm8', 'm9'],
      ['m2', 'm3', 'm4', 'm5'],
      ['created', 'm1'],
    ]);
    expect((await page()).newer).toBeNull();
  });

  test('opens at its beginning, and reads on to the newest without a gap', async () => {
    const { page } = await tenMessages(app());
    const pages: string[][] = [];
    let cursor: HistoryCursor | null = { at: 'start' };
    while (cursor) {
      const read: HistoryPage = await page(cursor, 5);
      pages.push(textsOf(read));
      cursor = read.newer;
    }
    expect(pages).toEqual([
      ['created', 'm1', 'm2', 'm3', 'm4'],
      ['m5', 'm6', 'm7', 'm8', 'm9'],
    ]);
    expect((await page({ at: 'start' })).older).toBeNull();
  });

  test('opens around a permalink, with more to read on both sides', async () => {
    const { page, at } = await tenMessages(app());
    const read = await page({ at: 'around', messageId: at(5).id });
    expect(textsOf(read)).toEqual(['m3', 'm4', 'm5', 'm6']);
    expect(textsOf(await page(read.older ?? undefined))).toEqual(['created', 'm1', 'm2']);
    expect(textsOf(await page(read.newer ?? undefined))).toEqual(['m7', 'm8', 'm9']);
    const first = await page({ at: 'around', messageId: at(1).id });
    expect([textsOf(first), first.older]).toEqual([['created', 'm1', 'm2'], null]);
    const last = await page({ at: 'around', messageId: at(9).id });
    expect([textsOf(last), last.newer]).toEqual([['m7', 'm8', 'm9'], null]);
  });

  test('opens where unread messages begin', async () => {
    const { page, at } = await tenMessages(app());
    expect(textsOf(await page({ at: 'rev', rev: at(4).rev }))).toEqual(['m3', 'm4', 'm5', 'm6']);
    const read = await page({ at: 'rev', rev: at(9).rev });
    expect([textsOf(read), read.newer]).toEqual([['m8', 'm9'], null]);
    expect(textsOf(await page({ at: 'rev', rev: 0 }))).toEqual(['created', 'm1']);
  });

  test('pages end exactly where the history ends', async () => {
    const { page, at } = await tenMessages(app());
    expect(await page({ at: 'before', rev: at(4).rev })).toMatchObject({ older: null });
    expect(textsOf(await page({ at: 'before', rev: at(4).rev }))).toEqual(['created', 'm1', 'm2', 'm3']);
    expect((await page({ at: 'after', rev: at(5).rev })).newer).toBeNull();
    expect(textsOf(await page({ at: 'after', rev: at(9).rev }))).toEqual([]);
    expect(textsOf(await page({ at: 'before', rev: 0 }))).toEqual([]);
    expect(textsOf(await page({ at: 'after', rev: Number.MAX_SAFE_INTEGER }))).toEqual([]);
  });

  test('a room that was never talked in has an end on both sides', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { id: roomId } = await ann.api.rooms.openDirect({ userIds: [bob.id] });
    for (const at of ['start', 'end'] as const) {
      expect(await ann.api.messages.history({ roomId, cursor: { at } })).toMatchObject({
        messages: [],
        older: null,
        newer: null,
      });
    }
  });

  test('a permalink into another room, a private room or nowhere leads nowhere', async () => {
    const { ann, bob, page, other, at, roomId } = await tenMessages(app());
    const { messages } = await ann.api.messages.history({ roomId: other });
    expect(await answer(page({ at: 'around', messageId: messages[1]?.id ?? '' }))).toBe('message_unknown');
    expect(await answer(page({ at: 'around', messageId: 'nowhere' }))).toBe('message_unknown');
    expect(await answer(bob.api.messages.get({ messageId: at(1).id }))).toBe('message_unknown');
    expect(await answer(bob.api.messages.history({ roomId }))).toBe('room_unknown');
  });

  test.each([{ at: 'sideways' }, { at: 'before' }, { at: 'before', rev: -1 }, { at: 'after', rev: 1.5 }, 'end', 7])(
    'the cursor %j is answered as unknown',
    async (cursor) => {
      const { ann, roomId } = await tenMessages(app());
      const input: object = { roomId, cursor };
      expect(await answer(ann.api.messages.history(Object.assign({ roomId }, input)))).toBe('cursor_unknown');
    },
  );

  test('more than 100 messages at once are refused', async () => {
    const { page } = await tenMessages(app());
    expect([await answer(page(undefined, 101)), await answer(page(undefined, 0))]).toEqual([
      'invalid_input',
      'invalid_input',
    ]);
  });
});

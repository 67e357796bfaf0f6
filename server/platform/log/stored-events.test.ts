import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logEventKinds } from '#shared/events.ts';
import { storedEvents } from '#server/testing/fixtures.ts';
import { type EventRow, readEvent, withoutText } from './stored-events.ts';

/*
 * One stored event of every kind and of every shape that a release has ever written. A line is added when a kind or a
 * field is, and none is ever changed: somebody's log still holds it.
 */
const row = z.object({
  rev: z.number(),
  roomId: z.string().nullable(),
  userId: z.string().nullable(),
  kind: z.string(),
  data: z.string(),
  at: z.number(),
});
const common = readFileSync(join(import.meta.dirname, 'fixtures/events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ shape: z.string(), row }).parse(JSON.parse(line)));
const stored = [...common, ...storedEvents];

const foreign = (data: string): EventRow => ({ rev: 7, roomId: 'r', userId: null, kind: 'poll.closed', data, at: 1 });
const posted = (): EventRow => {
  const found = stored.find(({ shape }) => shape === '0.1.0 message.posted:reply');
  if (!found) throw new Error('the fixture has a reply');
  return found.row;
};

describe('what older and newer versions have stored', () => {
  test('every kind of event is among the fixtures', () => {
    expect([...logEventKinds].filter((kind) => !stored.some((known) => known.row.kind === kind))).toEqual([]);
  });

  test.each(stored.map(({ shape, row: event }) => [shape, event] as const))('%s is read', (_shape, event) => {
    const { rev, roomId, userId, kind, at } = event;
    expect(readEvent(event)).toMatchObject({ rev, roomId, userId, kind, at });
  });

  test('what an older version did not know has its default', () => {
    const bare = stored.find(({ shape }) => shape.startsWith('message.posted as before'));
    expect(bare && readEvent(bare.row)).toMatchObject({
      message: { mentions: [], notice: null, replyTo: null, reactions: [], editedAt: null, recalledBy: null },
    });
    const recalled = stored.find(({ shape }) => shape === '0.1.0 message.recalled');
    expect(recalled && readEvent(recalled.row)).toMatchObject({ by: null });
  });

  test('a kind of a newer version is passed on as it is, addressed by its row', () => {
    expect(readEvent(foreign('{"kind":"poll.closed","pollId":"p","rev":1,"userId":"x"}'))).toEqual({
      kind: 'poll.closed',
      pollId: 'p',
      rev: 7,
      at: 1,
      roomId: 'r',
      userId: null,
    });
    expect(readEvent(foreign('not even JSON'))).toEqual({
      kind: 'poll.closed',
      rev: 7,
      at: 1,
      roomId: 'r',
      userId: null,
    });
  });

  test.each(['{}', 'no JSON', '{"kind":"workspace.updated"}', '{"kind":"message.posted","message":{"id":1}}'])(
    'a row of a known kind that holds %s is no event',
    (data) => expect(readEvent({ ...posted(), data })).toBeNull(),
  );
});

describe('taking a text out of what is stored', () => {
  const idOf = z.object({ message: z.object({ id: z.string(), replyTo: z.object({ messageId: z.string() }) }) });
  const { message } = idOf.parse(JSON.parse(posted().data));

  test('empties the message or the quote, and leaves the row as long as it was', () => {
    const { data } = posted();
    const [own, quoted] = [withoutText(data, message.id), withoutText(data, message.replyTo.messageId)];
    expect(JSON.parse(own ?? '')).toMatchObject({
      message: { text: '', replyTo: { text: expect.stringMatching(/./) } },
    });
    expect(JSON.parse(quoted ?? '')).toMatchObject({
      message: { text: expect.stringMatching(/./), replyTo: { text: '' } },
    });
    for (const left of [own, quoted]) expect(Buffer.byteLength(left ?? '')).toBe(Buffer.byteLength(data));
  });

  test('does so in a shape that no version of today reads, and where there is nothing to read at all', () => {
    const odd = JSON.stringify({ kind: 'message.translated', message: { id: 'm', text: 'secret', added: [1] } });
    expect(JSON.parse(withoutText(odd, 'm') ?? '')).toEqual({
      kind: 'message.translated',
      message: { id: 'm', text: '', added: [1] },
    });
    expect(withoutText('a secret, and no JSON', 'm')?.trim()).toBe('{}');
  });

  test('changes nothing that is of another message', () => {
    expect(withoutText(posted().data, 'another')).toBeNull();
    expect(withoutText(withoutText(posted().data, message.id) ?? '', message.id)).toBeNull();
  });
});

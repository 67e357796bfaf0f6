import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogEvent, LogEventKind } from '#shared/events.ts';
import { nextRev } from '#server/platform/log/event-log.ts';
import { type Database, type Engine, engines, makeDatabase } from '#server/testing/engines.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { TestApp } from '#server/testing/test-app.ts';
import { events as eventTable } from '#server/platform/log/tables.ts';

/** A database whose commits are published only when the gate is open. */
async function gated(engine: Engine) {
  const database = await makeDatabase(engine);
  let publish: (events: LogEvent[]) => void = () => undefined;
  let waiting: LogEvent[][] | null = null;
  const gate: Database = {
    ...database,
    open: (options) => {
      publish = options.onCommit;
      return database.open({ ...options, onCommit: (events) => (waiting ? waiting.push(events) : publish(events)) });
    },
  };
  return {
    database: gate,
    shut: () => (waiting = []),
    open: () => {
      const held = waiting ?? [];
      waiting = null;
      for (const events of held) publish(events);
    },
  };
}

describe.each(engines)('coming back to the stream on %s', (engine) => {
  let gate: Awaited<ReturnType<typeof gated>>;
  let app: TestApp;
  beforeAll(async () => {
    gate = await gated(engine);
    app = await TestApp.over(engine, gate.database);
  });
  afterAll(() => app.close());

  /** A row of the log that no command of this version writes. */
  const store = (kind: string, data: string, roomId: string | null, userId: string | null = null): Promise<number> =>
    app.services.store.write(async (tx) => {
      const rev = await nextRev(tx);
      const e = tx.db.of(eventTable);
      const row = { rev, roomId, userId, messageId: null, data, at: tx.now };
      await tx.db.insert(e).values({ ...row, kind: kind as LogEventKind });
      return rev;
    });

  test('what was committed and not yet published when a stream begins comes once', async () => {
    const [ann, bob] = await app.people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { rev } = await bob.api.rooms.list();
    gate.shut();
    const texts = ['one', 'two', 'three'];
    for (const text of texts) await say(ann, roomId, text);
    const recorder = await bob.listen({ lastEventId: String(rev) });
    gate.open();
    await say(ann, roomId, 'live');
    await recorder.waitFor('message.posted', ({ message }) => message.text === 'live');
    expect(recorder.of('message.posted').map(({ message }) => message.text)).toEqual([...texts, 'live']);
    recorder.stop();
  });

  test('a stored kind that this version does not know reaches those its row names, and nobody else', async () => {
    const [ann, bob, cid] = await app.people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const { rev } = await bob.api.rooms.list();
    await store('poll.closed', '{"kind":"poll.closed","pollId":"p1"}', roomId);
    await store('poll.answered', 'no JSON', null, bob.id);
    await say(ann, roomId, 'after it');
    await cid.api.users.updateProfile({ statusText: 'after it' });
    const [bobs, cids] = [
      await bob.listen({ lastEventId: String(rev) }),
      await cid.listen({ lastEventId: String(rev) }),
    ];
    for (const recorder of [bobs, cids]) await recorder.waitFor('user.updated');
    const kinds = ['hello', 'poll.closed', 'poll.answered', 'message.posted', 'user.updated'];
    expect(bobs.kinds().filter((kind) => kind !== 'presence')).toEqual(kinds);
    expect(bobs.events).toContainEqual(expect.objectContaining({ pollId: 'p1', roomId, userId: null, rev: rev + 1 }));
    expect(cids.kinds().filter((kind) => kind !== 'presence')).toEqual(['hello', 'user.updated']);
    for (const recorder of [bobs, cids]) recorder.stop();
  });

  test('a malformed row makes a stream start over once, and never ends it', async () => {
    const [ann, bob, cid] = await app.people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const { rev } = await bob.api.rooms.list();
    await store('message.posted', '{"kind":"message.posted","message":{}}', roomId);
    await say(ann, roomId, 'after it');
    const { rev: head } = await bob.api.rooms.list();
    const recorder = await bob.listen({ lastEventId: String(rev) });
    expect(await recorder.waitFor('resync')).toEqual({ kind: 'resync', rev: head });
    await say(ann, roomId, 'live');
    await recorder.waitFor('message.posted', ({ message }) => message.text === 'live');
    expect([recorder.of('resync').length, recorder.of('message.posted').length, recorder.ended]).toEqual([1, 1, false]);
    const again = await bob.listen({ lastEventId: recorder.lastEventId ?? '' });
    await say(ann, roomId, 'once more');
    await again.waitFor('message.posted', ({ message }) => message.text === 'once more');
    expect(again.of('resync')).toEqual([]);
    // Those whom the row does not concern notice nothing.
    const other = await cid.listen({ lastEventId: String(rev) });
    await cid.api.users.updateProfile({ statusText: 'here' });
    await other.waitFor('user.updated');
    expect(other.of('resync')).toEqual([]);
    for (const one of [recorder, again, other]) one.stop();
  });

  test('those who come back after a restart share what is read, and nobody is given what was recalled since', async () => {
    const [ann, bob, cid] = await app.people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const { rev } = await bob.api.rooms.list();
    const secret = await say(ann, roomId, 'SECRET of before the restart');
    const answer = await say(ann, roomId, 'an answer', { replyToId: secret.id });
    await app.restart();
    const back = () => bob.listen({ lastEventId: String(rev) });
    const first = await back();
    await first.waitFor('message.posted', ({ message }) => message.id === answer.id);
    const { cache } = app.services.hub;
    expect([secret.rev, answer.rev].map((at) => cache.get(at)?.event.rev)).toEqual([secret.rev, answer.rev]);
    await ann.api.messages.recall({ messageId: secret.id });
    const second = await cid.listen({ lastEventId: String(rev) });
    await second.waitFor('message.recalled');
    expect(second.of('message.posted').map(({ message }) => message.text)).toEqual(['', 'an answer']);
    expect(JSON.stringify(second.events)).not.toContain('SECRET');
    for (const recorder of [first, second]) recorder.stop();
  });
});

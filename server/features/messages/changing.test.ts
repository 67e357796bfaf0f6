import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { mentionOf, messageIn, roomOf, say, wideMention } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { users } from '#server/features/users/tables.ts';
import { events } from '#server/platform/log/tables.ts';
import { messages as messageTable, messageVersions } from './tables.ts';

describe.each(engines)('editing and recalling on %s', (engine) => {
  const app = useTestApp(engine);

  test('an edited message shows its new text to all, and what it said before', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const recorder = await bob.listen();
    const message = await say(ann, roomId, 'one');
    app().clock.advance(1_000);
    await ann.api.messages.edit({ messageId: message.id, text: 'two' });
    app().clock.advance(1_000);
    const edited = await ann.api.messages.edit({ messageId: message.id, text: 'three' });
    expect(edited).toMatchObject({
      id: message.id,
      rev: message.rev,
      text: 'three',
      editedAt: message.createdAt + 2_000,
    });
    expect((await recorder.waitFor('message.edited', (event) => event.message.text === 'three')).message).toEqual(
      edited,
    );
    expect(await bob.api.messages.versions({ messageId: message.id })).toEqual([
      { text: 'one', at: message.createdAt },
      { text: 'two', at: message.createdAt + 1_000 },
    ]);
    recorder.stop();
  });

  test('the same text and mentions again change nothing', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const text = 'hi @bob and @here';
    const mentions = [mentionOf(text, bob), wideMention(text, 'here')];
    const message = await say(ann, roomId, text, { mentions });
    const { rev } = await ann.api.rooms.list();
    const same = await ann.api.messages.edit({ messageId: message.id, text, mentions });
    expect(same).toEqual(message);
    expect((await ann.api.rooms.list()).rev).toBe(rev);
    expect(await ann.api.messages.versions({ messageId: message.id })).toEqual([]);
  });

  test('nobody edits the words of others or of the system, not even who runs the workspace', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(bob, ann);
    const { id: messageId } = await say(bob, roomId, 'mine');
    const [notice] = (await bob.api.messages.history({ roomId })).messages;
    const tries = [
      ann.api.messages.edit({ messageId, text: 'hers' }),
      bob.api.messages.edit({ messageId: notice?.id ?? '', text: 'his' }),
      bob.api.messages.recall({ messageId: notice?.id ?? '' }),
      ann.api.messages.recall({ messageId: notice?.id ?? '' }),
    ];
    expect(await Promise.all(tries.map(answer))).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden']);
  });

  test('who runs the workspace or owns the room removes any message in it, and everybody learns who did', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const dan = await app().person('dan');
    const roomId = await roomOf(bob, ann, cid, dan);
    const [first, second] = [await say(cid, roomId, 'first insult'), await say(cid, roomId, 'second insult')];
    const tries = [dan, cid].map((person) => answer(person.api.messages.recall({ messageId: first.id })));
    // Of the two only the author may.
    expect(await tries[0]).toBe('forbidden');
    await tries[1];
    const third = await say(cid, roomId, 'third insult');
    const recorder = await dan.listen();
    await ann.api.messages.recall({ messageId: second.id });
    await bob.api.messages.recall({ messageId: third.id });
    await recorder.until(() => recorder.of('message.recalled').length === 2);
    expect(recorder.of('message.recalled').map(({ by, authorId }) => [by, authorId])).toEqual([
      [ann.id, cid.id],
      [bob.id, cid.id],
    ]);
    const { messages } = await dan.api.messages.history({ roomId });
    const tombstones = messages.filter(({ notice }) => notice === null);
    expect(tombstones.map(({ text, recalledBy }) => [text, recalledBy])).toEqual([
      ['', cid.id],
      ['', ann.id],
      ['', bob.id],
    ]);
    recorder.stop();
  });

  test('who runs the workspace removes nothing in a room that they are not in', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { id: messageId } = await say(bob, await roomOf(bob), 'only mine');
    expect(await answer(ann.api.messages.recall({ messageId }))).toBe('message_unknown');
  });

  test('who no longer runs the workspace removes nothing, also over a connection that is older than that', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(bob, ann, cid);
    const { id: messageId } = await say(cid, roomId, 'mine');
    const setRole = (role: 'admin' | 'member') =>
      app().services.store.write(async ({ db }) => {
        const u = db.of(users);
        await db.update(u).set({ role }).where(eq(u.id, ann.id));
      });
    await setRole('member');
    expect(await answer(ann.api.messages.recall({ messageId }))).toBe('forbidden');
    await setRole('admin');
    expect(await answer(ann.api.messages.recall({ messageId }))).toBe('ok');
  });

  test('an edit is held to the same limits as a message', async () => {
    const ann = await app().person('ann');
    const { id: messageId } = await say(ann, await roomOf(ann), 'fine');
    const edit = (text: string) => answer(ann.api.messages.edit({ messageId, text }));
    expect([await edit('  '), await edit('\u2800')]).toEqual(['message_empty', 'message_empty']);
    expect(await edit('x'.repeat(8_001))).toBe('message_too_long');
  });

  test('a recalled message keeps its place, and its words are gone from everywhere', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const secret = 'the cake is a lie';
    const { rev } = await bob.api.rooms.list();
    const message = await say(ann, roomId, secret);
    await ann.api.messages.edit({ messageId: message.id, text: `${secret}!` });
    const reply = await say(bob, roomId, 'really?', { replyToId: message.id });
    await bob.api.messages.edit({ messageId: reply.id, text: 'really??' });
    const hasty = await bob.api.messages.send({ roomId, tempId: 'hasty', text: 'what?', replyToId: message.id });
    const hastyId = messageIn(hasty).id;
    await bob.api.messages.edit({ messageId: hastyId, text: 'what??' });
    await bob.api.messages.recall({ messageId: hastyId });
    await bob.api.reactions.add({ messageId: message.id, emoji: '🍰' });
    const recorder = await bob.listen();
    await ann.api.messages.recall({ messageId: message.id });
    expect(await recorder.waitFor('message.recalled')).toMatchObject({
      messageId: message.id,
      messageRev: message.rev,
    });
    const late = await bob.listen({ lastEventId: String(rev) });
    await late.waitFor('message.recalled', ({ messageId }) => messageId === message.id);
    expect(JSON.stringify(late.events)).not.toContain('the cake');

    const { messages } = await bob.api.messages.history({ roomId });
    const recalledAt = app().clock.now();
    expect(messages.find(({ id }) => id === message.id)).toMatchObject({
      rev: message.rev,
      text: '',
      reactions: [],
      recalledAt,
    });
    expect(messages.find(({ id }) => id === reply.id)?.replyTo).toMatchObject({ text: '', recalledAt });
    expect(await bob.api.messages.versions({ messageId: message.id })).toEqual([]);
    const stored = await app().services.store.read(async (db) => {
      const e = db.of(events);
      const rows = db.of(messageTable);
      const v = db.of(messageVersions);
      return JSON.stringify([await db.select().from(e), await db.select().from(rows), await db.select().from(v)]);
    });
    expect(stored).not.toContain('the cake');
    expect(stored).toContain('really?');
    recorder.stop();
    late.stop();
  });

  test('who was away still hears that it was posted and recalled, and not what it said', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { rev } = await bob.api.rooms.list();
    const { id: messageId } = await say(ann, roomId, 'oops');
    await ann.api.messages.recall({ messageId });
    const recorder = await bob.listen({ lastEventId: String(rev) });
    await recorder.waitFor('message.recalled', (event) => event.messageId === messageId);
    expect(recorder.of('message.posted').map(({ message }) => message.text)).toEqual(['']);
    recorder.stop();
  });

  test('a recalled message cannot be edited, recalled or reacted to', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { id: messageId } = await say(ann, roomId, 'oops');
    await ann.api.messages.recall({ messageId });
    const tries = [
      ann.api.messages.edit({ messageId, text: 'back' }),
      ann.api.messages.recall({ messageId }),
      bob.api.reactions.add({ messageId, emoji: '👍' }),
    ];
    expect(new Set(await Promise.all(tries.map(answer)))).toEqual(new Set(['message_recalled']));
  });
});

import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { mentionOf, roomOf, say, wideMention } from '#server/testing/rooms.ts';
import { useWorld } from '#server/testing/world.ts';

describe.each(engines)('editing and recalling on %s', (engine) => {
  const world = useWorld(engine);

  test('an edited message shows its new text to all, and what it said before', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const ear = await bob.listen();
    const message = await say(ann, roomId, 'one');
    world().clock.advance(1_000);
    await ann.api.messages.edit({ messageId: message.id, text: 'two' });
    world().clock.advance(1_000);
    const edited = await ann.api.messages.edit({ messageId: message.id, text: 'three' });
    expect(edited).toMatchObject({
      id: message.id,
      rev: message.rev,
      text: 'three',
      editedAt: message.createdAt + 2_000,
    });
    expect((await ear.hears('message.edited', (event) => event.message.text === 'three')).message).toEqual(edited);
    expect(await bob.api.messages.versions({ messageId: message.id })).toEqual([
      { text: 'one', at: message.createdAt },
      { text: 'two', at: message.createdAt + 1_000 },
    ]);
    ear.stop();
  });

  test('the same text and mentions again change nothing', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
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

  test('nobody changes the words of others or of the system, not even who runs the workspace', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const roomId = await roomOf(bob, ann);
    const { id: messageId } = await say(bob, roomId, 'mine');
    const [notice] = (await bob.api.messages.history({ roomId })).messages;
    const tries = [
      ann.api.messages.edit({ messageId, text: 'hers' }),
      ann.api.messages.recall({ messageId }),
      bob.api.messages.edit({ messageId: notice?.id ?? '', text: 'his' }),
      bob.api.messages.recall({ messageId: notice?.id ?? '' }),
    ];
    expect(await Promise.all(tries.map(answer))).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden']);
  });

  test('an edit is held to the same limits as a message', async () => {
    const ann = await world().person('ann');
    const { id: messageId } = await say(ann, await roomOf(ann), 'fine');
    const edit = (text: string) => answer(ann.api.messages.edit({ messageId, text }));
    expect([await edit('  '), await edit('\u2800')]).toEqual(['message_empty', 'message_empty']);
    expect(await edit('x'.repeat(8_001))).toBe('message_too_long');
  });

  test('a recalled message keeps its place, and its words are gone from everywhere', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const secret = 'the cake is a lie';
    const message = await say(ann, roomId, secret);
    await ann.api.messages.edit({ messageId: message.id, text: `${secret}!` });
    const reply = await say(bob, roomId, 'really?', { replyToId: message.id });
    await bob.api.messages.edit({ messageId: reply.id, text: 'really??' });
    await bob.api.reactions.add({ messageId: message.id, emoji: '🍰' });
    const ear = await bob.listen();
    await ann.api.messages.recall({ messageId: message.id });
    expect(await ear.hears('message.recalled')).toMatchObject({ messageId: message.id, messageRev: message.rev });

    const { messages } = await bob.api.messages.history({ roomId });
    const recalledAt = world().clock.now();
    expect(messages.find(({ id }) => id === message.id)).toMatchObject({
      rev: message.rev,
      text: '',
      reactions: [],
      recalledAt,
    });
    expect(messages.find(({ id }) => id === reply.id)?.replyTo).toMatchObject({ text: '', recalledAt });
    expect(await bob.api.messages.versions({ messageId: message.id })).toEqual([]);
    const stored = await world().services.store.read(async (db) => {
      const { events, messages: rows, messageVersions } = db.tables;
      return JSON.stringify([
        await db.select().from(events),
        await db.select().from(rows),
        await db.select().from(messageVersions),
      ]);
    });
    expect(stored).not.toContain('the cake');
    expect(stored).toContain('really?');
    ear.stop();
  });

  test('who was away still hears that it was posted and recalled, and not what it said', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { rev } = await bob.api.rooms.list();
    const { id: messageId } = await say(ann, roomId, 'oops');
    await ann.api.messages.recall({ messageId });
    const ear = await bob.listen({ lastEventId: String(rev) });
    await ear.hears('message.recalled', (event) => event.messageId === messageId);
    expect(ear.of('message.posted').map(({ message }) => message.text)).toEqual(['']);
    ear.stop();
  });

  test('a recalled message cannot be edited, recalled or reacted to', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
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

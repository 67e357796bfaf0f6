import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { messageIn, roomOf, say, unique } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('sending on %s', (engine) => {
  const app = useTestApp(engine);

  test('a message is acknowledged with its tempId, reaches the others and stands in the history', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const recorder = await bob.listen();
    const sent = await ann.api.messages.send({ roomId, tempId: 'first', text: 'hello' });
    expect(sent).toMatchObject({ tempId: 'first', message: { text: 'hello', authorId: ann.id, tempId: 'first' } });
    expect(
      (await recorder.waitFor('message.posted', (event) => event.roomId === roomId && !event.message.notice)).message,
    ).toEqual(sent.message);
    const { messages } = await bob.api.messages.history({ roomId });
    expect(messages.at(-1)).toEqual(sent.message);
    expect(await bob.api.messages.get({ messageId: messageIn(sent).id })).toEqual(sent.message);
    recorder.stop();
  });

  test('sending again with the same tempId stores nothing new, at the same moment or much later', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const once = { roomId, tempId: unique(), text: 'once' };
    const sent = await Promise.all([1, 2, 3].map(() => ann.api.messages.send(once)));
    expect(new Set(sent.map((one) => messageIn(one).id)).size).toBe(1);
    const own = await bob.api.messages.send({ ...once, text: 'his own' });
    expect(messageIn(own).text).toBe('his own');
    const { id } = sent[0]?.message ?? { id: '' };
    await ann.api.messages.edit({ messageId: id, text: 'changed' });
    expect((await ann.api.messages.send(once)).message).toMatchObject({ id, text: 'changed' });
    await ann.api.messages.recall({ messageId: id });
    expect((await ann.api.messages.send(once)).message).toMatchObject({ id, text: '' });
    await ann.api.rooms.archive({ roomId });
    expect((await ann.api.messages.send(once)).message).toMatchObject({ id });
    const { messages } = await ann.api.messages.history({ roomId });
    expect(messages.filter(({ authorId, notice }) => authorId === ann.id && !notice)).toHaveLength(1);
  });

  test.each(['removed', 'gone by themselves'])(
    'an author who was %s gets an acknowledgement for what was stored before, and nothing of the room',
    async (how) => {
      const [ann, bob] = await app().people('ann', 'bob');
      const [roomId, elsewhere] = [await roomOf(ann, bob), await roomOf(bob)];
      const question = await say(ann, roomId, 'tea?');
      const draft = { roomId, tempId: unique(), text: 'yes', replyToId: question.id };
      const { id: messageId } = messageIn(await bob.api.messages.send(draft));
      if (how === 'removed') await ann.api.rooms.removeMember({ roomId, userId: bob.id });
      else await bob.api.rooms.leave({ roomId });
      await ann.api.messages.edit({ messageId: question.id, text: 'said after he had gone' });
      await ann.api.reactions.add({ messageId, emoji: '👍' });
      const done = { tempId: draft.tempId, message: null };
      expect(await bob.api.messages.send(draft)).toEqual(done);
      expect(await bob.api.messages.send({ ...draft, roomId: elsewhere, replyToId: null })).toEqual(done);
      expect(await refusal(bob.api.messages.send({ ...draft, tempId: unique() }))).toMatchObject({
        code: 'room_unknown',
      });
      await ann.api.rooms.invite({ roomId, userIds: [bob.id] });
      expect((await bob.api.messages.send(draft)).message).toMatchObject({ id: messageId, text: 'yes' });
    },
  );

  test('what one room acknowledged in turn stands in that order', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const texts = Array.from({ length: 30 }, (_, i) => `nr ${i}`);
    const sent = await Promise.all(texts.map((text, i) => say(i % 2 ? ann : bob, roomId, text)));
    const { messages } = await ann.api.messages.history({ roomId });
    expect(messages.slice(1).map(({ text }) => text)).toEqual(texts);
    expect(messages.slice(1).map(({ rev }) => rev)).toEqual(sent.map(({ rev }) => rev));
  });

  test.each(['', '   ', '\n\t\n', '\u200B', '\u3164', '\u2800 \u2060', '\u{E0041}'])(
    'nothing that can be seen (%j) is no message',
    async (text) => {
      const ann = await app().person('ann');
      const roomId = await roomOf(ann);
      expect(await refusal(ann.api.messages.send({ roomId, tempId: unique(), text }))).toEqual({
        code: 'message_empty',
        field: 'text',
      });
    },
  );

  test('8,000 characters are a message, one more is too many, white space at the end does not count', async () => {
    const ann = await app().person('ann');
    const roomId = await roomOf(ann);
    const send = (text: string) => refusal(ann.api.messages.send({ roomId, tempId: unique(), text }));
    expect(await send('x'.repeat(8_000))).toBeNull();
    expect(await send(`${'x'.repeat(8_000)}   \n`)).toBeNull();
    expect(await send('x'.repeat(8_001))).toEqual({ code: 'message_too_long', field: 'text', limit: 8_000 });
  });

  test.each([
    'NOT',
    `'); drop table messages; --`,
    '"quoted"',
    '100% _under_ C++ \\n',
    '👩🏽‍🚀 emoji',
    'مرحبا rtl',
    '你好，世界',
    '<script>alert(1)</script>',
    '\u202Ereversed',
  ])('%j is kept as it was typed', async (text) => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { id } = await say(ann, roomId, text);
    expect((await bob.api.messages.get({ messageId: id })).text).toBe(text);
  });

  test('half a surrogate pair and NUL become a replacement character, the same in every place', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const recorder = await bob.listen();
    const { id, text } = await say(ann, roomId, 'a\uD800b\u0000c👍');
    expect(text).toBe('a\uFFFDb\uFFFDc👍');
    expect((await recorder.waitFor('message.posted', (event) => event.message.id === id)).message.text).toBe(text);
    expect((await bob.api.messages.get({ messageId: id })).text).toBe(text);
    recorder.stop();
  });

  test('a reply carries what it answers, as that stands now', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const question = await say(ann, roomId, 'tea?');
    const reply = await say(bob, roomId, 'yes', { replyToId: question.id });
    expect(reply.replyTo).toEqual({ messageId: question.id, authorId: ann.id, text: 'tea?', recalledAt: null });
    await ann.api.messages.edit({ messageId: question.id, text: 'coffee?' });
    expect((await bob.api.messages.get({ messageId: reply.id })).replyTo?.text).toBe('coffee?');
  });

  test('nobody answers a message of another room, or one that never was', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const [here, there] = [await roomOf(ann, bob), await roomOf(ann)];
    const { id: replyToId } = await say(ann, there, 'secret');
    const unknown = { code: 'message_unknown' };
    expect(await refusal(say(bob, here, 'hm', { replyToId }))).toMatchObject(unknown);
    expect(await refusal(say(bob, here, 'hm', { replyToId: 'never' }))).toMatchObject(unknown);
  });
});

describe('sending too fast', () => {
  const app = useTestApp('sqlite', { SEND_RATE: '3', CHANGE_RATE: '4' });

  test('is answered with the time to wait; others, and reading, are not held up', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { workspace } = await ann.api.workspace.get();
    const roomId = workspace.lobbyRoomId;
    for (let i = 0; i < 3; i += 1) await say(ann, roomId, 'fast');
    const refused = await refusal(say(ann, roomId, 'faster'));
    expect(refused?.code).toBe('too_many_requests');
    expect(refused?.retryAfterMs).toBeGreaterThan(0);
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(10_000);
    expect(await answer(say(bob, roomId, 'calm'))).toBe('ok');
    expect(await answer(ann.api.messages.history({ roomId }))).toBe('ok');
    for (let i = 0; i < 4; i += 1) await ann.api.users.updateProfile({ statusText: `${i}` });
    expect(await answer(ann.api.users.updateProfile({ statusText: 'again' }))).toBe('too_many_requests');
  });
});

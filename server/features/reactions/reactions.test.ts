import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('reactions on %s', (engine) => {
  const app = useTestApp(engine);

  test('stand in the order of their first use, each person once, and go when taken back', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const { id: messageId } = await say(ann, roomId, 'cake!');
    const recorder = await ann.listen();
    await bob.api.reactions.add({ messageId, emoji: '🎂' });
    await cid.api.reactions.add({ messageId, emoji: '👍' });
    await Promise.all([1, 2, 3].map(() => cid.api.reactions.add({ messageId, emoji: '🎂' })));
    const shown = async () =>
      (await bob.api.messages.get({ messageId })).reactions.map(({ emoji, userIds }) => [emoji, ...userIds]);
    expect(await shown()).toEqual([
      ['🎂', bob.id, cid.id],
      ['👍', cid.id],
    ]);
    await recorder.until(() => recorder.of('reaction.added').length === 3);
    await bob.api.reactions.remove({ messageId, emoji: '🎂' });
    await bob.api.reactions.remove({ messageId, emoji: '🎂' });
    expect(await shown()).toEqual([
      ['👍', cid.id],
      ['🎂', cid.id],
    ]);
    await cid.api.reactions.remove({ messageId, emoji: '🎂' });
    expect(await shown()).toEqual([['👍', cid.id]]);
    await recorder.until(() => recorder.of('reaction.removed').length === 2);
    recorder.stop();
  });

  test.each(['👍', '👍🏽', '❤️', '🏳️‍🌈', '👨‍👩‍👧‍👦', '1️⃣', '🇨🇳', '👩🏻‍❤️‍💋‍👨🏿'])('%s is an emoji', async (emoji) => {
    const ann = await app().person('ann');
    const { id: messageId } = await say(ann, await roomOf(ann), 'any');
    expect(await answer(ann.api.reactions.add({ messageId, emoji }))).toBe('ok');
  });

  test.each(['a', 'ok', '1', '👍👍', '👍 ', '<b>', 'é', '好', '\uD83D'])('%j is none', async (emoji) => {
    const ann = await app().person('ann');
    const { id: messageId } = await say(ann, await roomOf(ann), 'any');
    expect(await refusal(ann.api.reactions.add({ messageId, emoji }))).toEqual({
      code: 'emoji_invalid',
      field: 'emoji',
    });
    expect(await answer(ann.api.reactions.remove({ messageId, emoji }))).toBe('ok');
  });

  test('a message takes thirty different ones; more people may join those', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { id: messageId } = await say(ann, await roomOf(ann, bob), 'any');
    const emojis = Array.from({ length: 31 }, (_, i) => String.fromCodePoint(0x1f600 + i));
    const answers: string[] = [];
    for (const emoji of emojis) answers.push(await answer(ann.api.reactions.add({ messageId, emoji })));
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 'ok'), 'limit_reached']);
    expect(await answer(bob.api.reactions.add({ messageId, emoji: '😀' }))).toBe('ok');
  });
});

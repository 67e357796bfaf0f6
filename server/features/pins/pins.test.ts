import { describe, expect, test } from 'vitest';
import { maxPinsPerRoom } from '#shared/pins.ts';
import { engines } from '#server/testing/engines.ts';
import { refusal } from '#server/testing/refusal.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('pins on %s', (engine) => {
  const app = useTestApp(engine);

  test('any member pins and unpins; everybody hears, the room reads who did it, twice changes nothing', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const { id: messageId } = await say(ann, roomId, 'Lunch at noon');
    const [bobs, cids] = [await bob.listen(), await cid.listen()];
    const { rev } = await ann.api.pins.add({ messageId });
    expect(await bob.api.pins.add({ messageId })).toEqual({ rev });
    const pin = { messageId, authorId: ann.id, text: 'Lunch at noon', pinnedBy: ann.id };
    expect((await bob.api.pins.list({ roomId })).pins).toEqual([expect.objectContaining(pin)]);
    const last = (await bob.api.messages.history({ roomId })).messages.at(-1);
    expect(last).toMatchObject({ authorId: ann.id, notice: { type: 'message', action: 'pin', messageId } });
    await bob.api.pins.remove({ messageId });
    await bob.api.pins.remove({ messageId });
    expect((await ann.api.pins.list({ roomId })).pins).toEqual([]);
    await bobs.until(() => bobs.of('pin.removed').length === 1);
    expect(bobs.of('pin.added').map((event) => [event.message.id, event.by])).toEqual([[messageId, ann.id]]);
    await app().person('newcomer');
    await cids.until(() => cids.of('user.joined').length > 0);
    expect([...cids.of('pin.added'), ...cids.of('pin.removed')]).toEqual([]);
  });

  test('the newest pin comes first, with the text as it stands; a recalled message leaves the list', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const [first, second] = [await say(ann, roomId, 'first'), await say(ann, roomId, 'second')];
    for (const { id } of [second, first]) await bob.api.pins.add({ messageId: id });
    await ann.api.messages.edit({ messageId: first.id, text: 'first, edited' });
    const texts = async () => (await bob.api.pins.list({ roomId })).pins.map(({ text }) => text);
    expect(await texts()).toEqual(['first, edited', 'second']);
    await ann.api.messages.recall({ messageId: first.id });
    expect(await texts()).toEqual(['second']);
    expect(await refusal(bob.api.pins.add({ messageId: first.id }))).toMatchObject({ code: 'message_recalled' });
  });

  test('a room holds only so many', async () => {
    const ann = await app().person('ann');
    const roomId = await roomOf(ann);
    const ids: string[] = [];
    for (let i = 0; i <= maxPinsPerRoom; i++) ids.push((await say(ann, roomId, `message ${i}`)).id);
    const [over = '', ...fit] = ids;
    for (const messageId of fit) await ann.api.pins.add({ messageId });
    const refused = { code: 'limit_reached', limit: maxPinsPerRoom };
    expect(await refusal(ann.api.pins.add({ messageId: over }))).toMatchObject(refused);
    await ann.api.pins.remove({ messageId: fit[0] ?? '' });
    await ann.api.pins.add({ messageId: over });
    expect((await ann.api.pins.list({ roomId })).pins).toHaveLength(maxPinsPerRoom);
  });
});

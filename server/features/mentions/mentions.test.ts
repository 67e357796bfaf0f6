import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { addExtras } from '#server/testing/people.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { mentionOf, roomOf, say, wideMention } from '#server/testing/rooms.ts';
import { type Person, useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('mentions on %s', (engine) => {
  const app = useTestApp(engine);
  const unreadOf = async (person: Person) => (await person.api.mentions.list()).messages.map(({ id }) => id);
  const countsOf = async (person: Person, roomId: string) => {
    const { unreadCount, mentionCount } = await person.api.rooms.get({ roomId });
    return { unreadCount, mentionCount };
  };

  test('a mention reaches the person wherever they are, counts, and is listed until it is read', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const text = '@bob look, @cid too';
    const { id, rev } = await say(ann, roomId, text, { mentions: [mentionOf(text, cid), mentionOf(text, bob)] });
    expect(await unreadOf(bob)).toContain(id);
    expect(await unreadOf(ann)).not.toContain(id);
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 1, mentionCount: 1 });
    await bob.api.reads.mark({ roomId, rev });
    expect(await unreadOf(bob)).not.toContain(id);
    expect(await unreadOf(cid)).toContain(id);
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 0, mentionCount: 0 });
  });

  test('names are matched in any spelling, Chinese ones too', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const leilei = await app().person('李雷');
    const roomId = await roomOf(ann, bob, leilei);
    const text = '你好@李雷，还有@BOB';
    const mentions = [mentionOf(text, leilei), { ...mentionOf(text, { id: bob.id, name: 'BOB' }) }];
    expect((await say(ann, roomId, text, { mentions })).mentions).toHaveLength(2);
  });

  test('what does not fit the text or the room is refused', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const text = 'hi @bob and @cid';
    const right = mentionOf(text, bob);
    const user = { kind: 'user' as const, userId: bob.id };
    const wrong = {
      'another person under the name': { ...right, userId: ann.id },
      'a person who does not exist': { ...right, userId: 'nobody' },
      'somebody not in the room': mentionOf(text, cid),
      'a range beside the name': { ...user, start: 0, end: 4 },
      'a range too short': { ...right, end: right.end - 1 },
      'a range too long': { ...right, end: right.end + 1 },
      'a range without the @': { ...right, start: right.start + 1 },
      'a range beyond the text': { ...user, start: 100, end: 104 },
      'a range turned round': { ...user, start: right.end, end: right.start },
      'a room called by another word': { kind: 'room' as const, start: right.start, end: right.end },
    };
    const answers = Object.entries(wrong).map(async ([why, mention]) => [
      why,
      await refusal(say(ann, roomId, text, { mentions: [mention] })),
    ]);
    const refused = { code: 'mention_invalid', field: 'mentions' };
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(
      Object.fromEntries(Object.keys(wrong).map((why) => [why, refused])),
    );
    expect(await answer(say(ann, roomId, text, { mentions: [right, right] }))).toBe('mention_invalid');
  });

  test('a message calls fifty people; somebody named again counts once', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const again = '@bob '.repeat(201).trim();
    const places = [...again.matchAll(/@bob/gu)].map(({ index }) => ({
      ...mentionOf('@bob', bob),
      start: index,
      end: index + 4,
    }));
    expect((await say(ann, roomId, again, { mentions: places.slice(0, 200) })).mentions).toHaveLength(200);
    expect(await refusal(say(ann, roomId, again, { mentions: places }))).toEqual({
      code: 'invalid_input',
      field: 'mentions',
      limit: 200,
    });
    const crowd = Array.from({ length: 51 }, (_, index) => ({ ...mentionOf('@bob', bob), userId: `u${index}` }));
    expect(await refusal(say(ann, roomId, '@bob', { mentions: crowd }))).toEqual({
      code: 'invalid_input',
      field: 'mentions',
      limit: 50,
    });
  });

  test('whom @here meant is stored once, however often it is said', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const recorder = await bob.listen();
    const first = wideMention('@here', 'here');
    const second = { ...first, start: 6, end: 11 };
    const message = await say(ann, roomId, '@here @here', { mentions: [second, first] });
    expect(message.mentions).toEqual([
      { ...first, userIds: [bob.id] },
      { ...second, userIds: [] },
    ]);
    expect(await unreadOf(bob)).toContain(message.id);
    recorder.stop();
  });

  test('@here means those who are here at that moment, and stays so when the message is edited', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const [annEvents, bobEvents] = [await ann.listen(), await bob.listen()];
    const text = 'lunch @here?';
    const mentions = [wideMention(text, 'here')];
    const message = await say(ann, roomId, text, { mentions });
    expect(message.mentions).toEqual([{ ...mentions[0], userIds: [bob.id] }]);
    expect([await unreadOf(bob), await unreadOf(cid)].map((ids) => ids.includes(message.id))).toEqual([true, false]);
    const cidEvents = await cid.listen();
    const later = 'lunch at noon @here?';
    const edited = await ann.api.messages.edit({
      messageId: message.id,
      text: later,
      mentions: [wideMention(later, 'here')],
    });
    expect(edited.mentions).toEqual([{ ...wideMention(later, 'here'), userIds: [bob.id] }]);
    for (const recorder of [annEvents, bobEvents, cidEvents]) recorder.stop();
  });

  test('@room means everybody but the author, those who come later not', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const text = '@room meeting';
    const { id } = await say(ann, roomId, text, { mentions: [wideMention(text, 'room')] });
    await ann.api.rooms.invite({ roomId, userIds: [cid.id] });
    expect([await unreadOf(ann), await unreadOf(bob), await unreadOf(cid)].map((ids) => ids.includes(id))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('calling a large room asks first, and goes through when confirmed', async () => {
    const ann = await app().person('ann');
    const extras = await addExtras(app().services, 31);
    const roomId = await roomOf(ann, ...extras.map((id) => ({ id })));
    const text = 'all of you @room';
    const mentions = [wideMention(text, 'room')];
    expect(await refusal(say(ann, roomId, text, { mentions }))).toEqual({
      code: 'mention_needs_confirmation',
      field: 'mentions',
      limit: 32,
    });
    const { id: messageId } = await say(ann, roomId, text, { mentions, confirmed: true });
    expect(await answer(ann.api.messages.edit({ messageId, text: `${text}!`, mentions }))).toBe('ok');
  });

  test('an edit moves mentions: who is no longer called is not listed, who now is, is', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const text = 'hi @bob';
    const { id: messageId } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    const later = 'hi @cid';
    await ann.api.messages.edit({ messageId, text: later, mentions: [mentionOf(later, cid)] });
    expect([await unreadOf(bob), await unreadOf(cid)].map((ids) => ids.includes(messageId))).toEqual([false, true]);
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 1, mentionCount: 0 });
    await ann.api.messages.recall({ messageId });
    expect(await unreadOf(cid)).not.toContain(messageId);
    expect(await countsOf(cid, roomId)).toEqual({ unreadCount: 0, mentionCount: 0 });
  });

  test('a typing error can be mended in a message that names somebody who has left since', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const text = 'helo @cid';
    const mentions = [mentionOf(text, cid)];
    const { id: messageId } = await say(ann, roomId, text, { mentions });
    await cid.api.rooms.leave({ roomId });
    const later = 'hello @cid';
    const edit = (changed: string, who: Person) =>
      answer(ann.api.messages.edit({ messageId, text: changed, mentions: [mentionOf(changed, who)] }));
    expect(await edit(later, cid)).toBe('ok');
    const dan = await app().person('dan');
    expect(await edit('hello @dan', dan)).toBe('mention_invalid');
  });

  test('the list comes newest first, in pages, without those of rooms one has left', async () => {
    const [ann, bob] = await app().people('ann', 'gus');
    const roomId = await roomOf(ann, bob);
    const gone = await roomOf(ann, bob);
    const text = 'psst @gus';
    const mentions = [mentionOf(text, bob)];
    const sent: string[] = [];
    for (let i = 0; i < 52; i += 1) sent.unshift((await say(ann, roomId, text, { mentions })).id);
    await say(ann, gone, text, { mentions });
    await bob.api.rooms.leave({ roomId: gone });
    const first = await bob.api.mentions.list();
    const second = await bob.api.mentions.list({ cursor: first.cursor });
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toEqual(sent);
    expect([first.messages.length, second.messages.length, second.cursor]).toEqual([50, 2, null]);
  });
});

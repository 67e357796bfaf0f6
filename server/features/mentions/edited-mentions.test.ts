import { describe, expect, test } from 'vitest';
import { listenTo } from '#server/testing/event-recorder.ts';
import { engines } from '#server/testing/engines.ts';
import { mentionOf, roomOf, say, wideMention } from '#server/testing/rooms.ts';
import { type Person, useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('mentions of an edited message on %s', (engine) => {
  const app = useTestApp(engine);
  const unreadOf = async (person: Person) => (await person.api.mentions.list()).messages.map(({ id }) => id);
  const countsOf = async (person: Person, roomId: string) => {
    const { unreadCount, mentionCount } = await person.api.rooms.get({ roomId });
    return { unreadCount, mentionCount };
  };

  test('whom an edit names in a message they have read is called once, until it is read', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const text = 'hello @bob';
    const { id: messageId, rev } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    await say(ann, roomId, 'and more');
    for (const { api } of [bob, cid]) await api.reads.mark({ roomId, rev: rev + 1 });
    const both = 'hello @bob and @cid';
    const edit = (changed: string, ...who: Person[]) =>
      ann.api.messages.edit({ messageId, text: changed, mentions: who.map((one) => mentionOf(changed, one)) });
    await edit(both, bob, cid);
    expect([await countsOf(bob, roomId), await countsOf(cid, roomId)]).toEqual([
      { unreadCount: 0, mentionCount: 0 },
      { unreadCount: 0, mentionCount: 1 },
    ]);
    expect([await unreadOf(bob), await unreadOf(cid)].map((ids) => ids.includes(messageId))).toEqual([false, true]);
    const { rev: known } = await cid.api.rooms.list();
    await cid.api.reads.mark({ roomId, rev: known });
    await edit(`${both}!`, bob, cid);
    expect(await countsOf(cid, roomId)).toEqual({ unreadCount: 0, mentionCount: 0 });
    expect(await unreadOf(cid)).not.toContain(messageId);
  });

  test('a mention added by an edit is gone with the next edit or with the message', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const { id: messageId, rev } = await say(ann, roomId, 'hello');
    await bob.api.reads.mark({ roomId, rev });
    const text = 'hello @bob';
    const call = () => ann.api.messages.edit({ messageId, text, mentions: [mentionOf(text, bob)] });
    await call();
    await ann.api.messages.edit({ messageId, text: 'hello again' });
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 0, mentionCount: 0 });
    await call();
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 0, mentionCount: 1 });
    await ann.api.messages.recall({ messageId });
    expect(await countsOf(bob, roomId)).toEqual({ unreadCount: 0, mentionCount: 0 });
  });

  test('an edit that calls the whole room calls those who were not named before, and the other way round', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const text = 'hello @bob';
    const { id: messageId } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    const readAll = async () => {
      for (const { api } of [bob, cid]) await api.reads.mark({ roomId, rev: Number.MAX_SAFE_INTEGER });
    };
    const called = async () =>
      [await countsOf(bob, roomId), await countsOf(cid, roomId)].map(({ mentionCount }) => mentionCount);
    await readAll();
    const wide = 'hello @room';
    await ann.api.messages.edit({ messageId, text: wide, mentions: [wideMention(wide, 'room')] });
    expect(await called()).toEqual([0, 1]);
    await readAll();
    const named = 'hello @bob, @cid';
    await ann.api.messages.edit({ messageId, text: named, mentions: [mentionOf(named, bob), mentionOf(named, cid)] });
    expect(await called()).toEqual([0, 0]);
  });

  test('the stream of mentions tells of an edit those it names anew', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob, cid);
    const stop = new AbortController();
    const hear = async ({ token }: Person) =>
      listenTo(await app().visit(token, {}, stop.signal).mentions.subscribe({}));
    const [bobEvents, cidEvents] = [await hear(bob), await hear(cid)];
    await bobEvents.until(({ events: heard }) => heard.length > 0);
    await cidEvents.until(({ events: heard }) => heard.length > 0);
    const text = 'hello @bob';
    const { id: messageId } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
    const both = 'hello @bob and @cid';
    const mentions = [mentionOf(both, bob), mentionOf(both, cid)];
    await ann.api.messages.edit({ messageId, text: both, mentions });
    await say(ann, roomId, both, { mentions });
    await Promise.all(
      [bobEvents, cidEvents].map((recorder) =>
        recorder.until((heard) => heard.of('message.posted').some((event) => event.message.text === both)),
      ),
    );
    expect([bobEvents.kinds(), cidEvents.kinds()]).toEqual([
      ['hello', 'message.posted', 'message.posted'],
      ['hello', 'message.edited', 'message.posted'],
    ]);
    stop.abort();
  });
});

import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer } from '#server/testing/refusal.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('who is here on %s', (engine) => {
  const app = useTestApp(engine);

  test('somebody is online while a tab is open, away when nobody sits at any, and then was last seen', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const watching = await ann.listen();
    const [desk, phone] = [await bob.listen({ tabId: 'desk' }), await bob.listen({ tabId: 'phone' })];
    await watching.waitFor('presence', ({ users }) => users[bob.id] === 'online');
    await bob.api.presence.set({ tabId: 'desk', active: false });
    expect((await ann.api.presence.list())[bob.id]).toBe('online');
    await bob.api.presence.set({ tabId: 'phone', active: false });
    await watching.waitFor('presence', ({ users }) => users[bob.id] === 'away');
    expect((await ann.api.presence.list())[bob.id]).toBe('away');
    desk.stop();
    phone.stop();
    const gone = await watching.waitFor('presence', ({ users }) => users[bob.id] === 'offline');
    expect(gone.lastSeenAt).toBe(app().clock.now());
    expect(Object.keys(await ann.api.presence.list())).toEqual([ann.id]);
    const lastSeen = async () => (await ann.api.users.list()).users.find(({ id }) => id === bob.id)?.lastSeenAt;
    await expect.poll(lastSeen).toBe(gone.lastSeenAt);
    watching.stop();
  });

  test('nobody turns away a tab of somebody else', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const tab = await bob.listen({ tabId: 'tab' });
    expect(await answer(ann.api.presence.set({ tabId: 'tab', active: false }))).toBe('ok');
    expect((await ann.api.presence.list())[bob.id]).toBe('online');
    tab.stop();
  });
});

describe.each(engines)('who is typing on %s', (engine) => {
  const app = useTestApp(engine);

  test('is told to the room, and ends with the message or with leaving', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const roomId = await roomOf(ann, bob);
    const [annEvents, cidEvents] = [await ann.listen(), await cid.listen()];
    const typed = () => annEvents.of('signal').map(({ userId, on }) => [userId, on]);
    await bob.api.signals.set({ roomId, signal: 'typing', on: true });
    await say(bob, roomId, 'done');
    await bob.api.signals.set({ roomId, signal: 'typing', on: true });
    await bob.api.signals.set({ roomId, signal: 'typing', on: false });
    await bob.api.signals.set({ roomId, signal: 'typing', on: true });
    await bob.api.rooms.leave({ roomId });
    await annEvents.until(() => typed().length === 6);
    expect(typed()).toEqual([true, false, true, false, true, false].map((typing) => [bob.id, typing]));
    expect(cidEvents.of('signal')).toEqual([]);
    expect(await answer(bob.api.signals.set({ roomId, signal: 'typing', on: true }))).toBe('room_unknown');
    annEvents.stop();
    cidEvents.stop();
  });
});

describe.each(engines)('a signal on %s', (engine) => {
  const app = useTestApp(engine);

  test('asks the database once who may send it, and again when the room or its people change', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const bobEvents = await bob.listen();
    let proofs = 0;
    const prove = () =>
      app().services.hub.proveOnce(bob.id, roomId, async () => {
        proofs += 1;
      });
    for (let nr = 0; nr < 3; nr += 1) await prove();
    expect(proofs).toBe(1);
    await bob.api.signals.set({ roomId, signal: 'typing', on: true });
    await bobEvents.waitFor('signal', ({ on }) => on);
    await ann.api.rooms.archive({ roomId });
    expect(await answer(bob.api.signals.set({ roomId, signal: 'typing', on: true }))).toBe('room_archived');
    await ann.api.rooms.unarchive({ roomId });
    for (let nr = 0; nr < 3; nr += 1) await prove();
    expect(proofs).toBe(2);
    await ann.api.rooms.removeMember({ roomId, userId: bob.id });
    expect(await answer(bob.api.signals.set({ roomId, signal: 'typing', on: true }))).toBe('room_unknown');
    bobEvents.stop();
  });
});

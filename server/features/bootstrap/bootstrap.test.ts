import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { roomOf, say } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('the first call of a page on %s', (engine) => {
  const app = useTestApp(engine);

  test('brings exactly what the single calls bring, all of it at one rev', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    for (let n = 0; n < 60; n += 1) await say(bob, roomId, `message ${n}`);
    const { status, inside } = await ann.api.bootstrap.load({ room: { roomId } });
    expect(status).toEqual(await ann.api.auth.status());
    expect(inside).toEqual({
      workspace: await ann.api.workspace.get(),
      users: await ann.api.users.list(),
      rooms: await ann.api.rooms.list(),
      history: { roomId, cursor: { at: 'end' }, page: await ann.api.messages.history({ roomId }) },
    });
    const revs = [inside?.workspace, inside?.users, inside?.rooms, inside?.history?.page].map((part) => part?.rev);
    expect(new Set(revs).size).toBe(1);
  });

  test('opens a stream without a gap: what is said after it is the first that the stream brings', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    await say(bob, roomId, 'before');
    const { inside } = await ann.api.bootstrap.load({ room: { roomId } });
    const next = await say(bob, roomId, 'after');
    const stream = await ann.listen({ lastEventId: String(inside?.workspace.rev) });
    const { message } = await stream.waitFor('message.posted');
    expect([message.id, stream.of('message.posted').length]).toEqual([next.id, 1]);
    stream.stop();
  });

  test('brings the page around the message in the address, and without a room that of the room everybody is in', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann, bob);
    const first = await say(bob, roomId, 'the first');
    for (let n = 0; n < 60; n += 1) await say(bob, roomId, `message ${n}`);
    const cursor = { at: 'around', messageId: first.id } as const;
    const { inside } = await ann.api.bootstrap.load({ room: { roomId, cursor } });
    expect(inside?.history?.page).toEqual(await ann.api.messages.history({ roomId, cursor }));
    const { inside: atHome } = await ann.api.bootstrap.load({ room: {} });
    expect(atHome?.history?.roomId).toBe(atHome?.workspace.workspace.lobbyRoomId);
    expect((await ann.api.bootstrap.load({})).inside?.history).toBeNull();
  });

  test('tells nothing of a room that the person is not in, the same as of one that does not exist', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const roomId = await roomOf(ann);
    const { id: messageId } = await say(ann, roomId, 'between us');
    for (const room of [{ roomId }, { roomId, cursor: { at: 'around' as const, messageId } }, { roomId: 'nowhere' }]) {
      const { inside } = await bob.api.bootstrap.load({ room });
      expect(inside?.history).toBeNull();
      expect(inside?.rooms.rooms.some(({ id }) => id === roomId)).toBe(false);
    }
  });

  test('tells who is not signed in how one gets in, and nothing else', async () => {
    const [ann] = await app().people('ann');
    const roomId = await roomOf(ann);
    const { status, inside } = await app().visit().bootstrap.load({ room: { roomId } });
    expect([status.me, inside]).toEqual([null, null]);
  });
});

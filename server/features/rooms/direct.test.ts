import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { mentionOf, say, unique, wideMention } from '#server/testing/rooms.ts';
import { type Person, useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('direct conversations on %s', (engine) => {
  const app = useTestApp(engine);
  const open = (person: Person, ...others: Person[]) =>
    person.api.rooms.openDirect({ userIds: others.map(({ id }) => id) });

  test('the same people always reach the same room, whoever opens it and however often they are named', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const first = await open(ann, bob);
    expect(first).toMatchObject({
      kind: 'direct',
      name: '',
      directUserIds: [ann.id, bob.id].toSorted(),
      memberCount: 2,
    });
    expect((await open(bob, ann, ann, bob)).id).toBe(first.id);
    const three = await open(ann, bob, cid);
    expect(three.id).not.toBe(first.id);
    expect((await open(cid, bob, ann)).id).toBe(three.id);
  });

  test('opening it at the same moment makes one room', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const opened = await Promise.all([open(ann, cid), open(cid, ann), open(ann, cid), open(cid, ann), open(bob, cid)]);
    expect(new Set(opened.slice(0, 4).map(({ id }) => id)).size).toBe(1);
    expect(opened[4]?.id).not.toBe(opened[0]?.id);
  });

  test('the other person gets the room live, and nobody else learns of it', async () => {
    const [dan, eve, fay] = await app().people('dan', 'eve', 'fay');
    const [eveEvents, fayEvents] = [await eve.listen(), await fay.listen()];
    const room = await open(dan, eve);
    await dan.api.messages.send({ roomId: room.id, tempId: 'psst', text: 'psst' });
    expect(await eveEvents.waitFor('room.joined')).toMatchObject({ room: { id: room.id, kind: 'direct' } });
    await eveEvents.waitFor('message.posted', ({ message }) => message.text === 'psst');
    await fay.api.users.updateProfile({ statusText: 'listening' });
    await fayEvents.waitFor('user.updated');
    expect(fayEvents.events.filter((event) => 'roomId' in event && event.roomId === room.id)).toEqual([]);
    expect(await answer(fay.api.rooms.get({ roomId: room.id }))).toBe('room_unknown');
    eveEvents.stop();
    fayEvents.stop();
  });

  test('a note to oneself is a room of one', async () => {
    const ann = await app().person('ann');
    expect(await open(ann, ann)).toMatchObject({ directUserIds: [ann.id], memberCount: 1 });
  });

  test('it has no name, topic or doors', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const { id: roomId } = await open(ann, bob);
    const changes = [
      ann.api.rooms.rename({ roomId, name: 'us' }),
      ann.api.rooms.setTopic({ roomId, topic: 'us' }),
      ann.api.rooms.leave({ roomId }),
      ann.api.rooms.archive({ roomId }),
      ann.api.rooms.invite({ roomId, userIds: [cid.id] }),
      ann.api.rooms.removeMember({ roomId, userId: bob.id }),
    ];
    expect(new Set(await Promise.all(changes.map(answer)))).toEqual(new Set(['room_direct']));
  });

  test('its people are mentioned by name, not as a whole', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { id: roomId } = await open(ann, bob);
    const text = 'lunch @room?';
    const mentions = [wideMention(text, 'room')];
    const sent = await refusal(ann.api.messages.send({ roomId, tempId: unique(), text, mentions }));
    expect(sent).toEqual({ code: 'mention_invalid', field: 'mentions' });
    const byName = 'lunch @bob?';
    await expect(say(ann, roomId, byName, { mentions: [mentionOf(byName, bob)] })).resolves.toMatchObject({
      text: byName,
    });
  });

  test('strangers and too many people are refused', async () => {
    const ann = await app().person('ann');
    expect(await answer(ann.api.rooms.openDirect({ userIds: ['nobody'] }))).toBe('user_unknown');
    const many = Array.from({ length: 10 }, (_, i) => `p${i}`);
    expect(await answer(ann.api.rooms.openDirect({ userIds: many }))).toBe('invalid_input');
    expect(await answer(ann.api.rooms.openDirect({ userIds: [] }))).toBe('invalid_input');
  });
});

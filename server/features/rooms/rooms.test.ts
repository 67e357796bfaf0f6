import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { say } from '#server/testing/rooms.ts';
import { type Person, useTestApp } from '#server/testing/test-app.ts';

let made = 0;
const newName = () => `room ${(made += 1)}`;

describe.each(engines)('rooms on %s', (engine) => {
  const app = useTestApp(engine);
  const make = (person: Person, kind: 'public' | 'private', ...others: Person[]) =>
    person.api.rooms.create({ kind, name: newName(), userIds: others.map(({ id }) => id) });
  const namesOf = async (person: Person) => (await person.api.rooms.list()).rooms.map(({ name }) => name);
  const noticesOf = async (person: Person, roomId: string) =>
    (await person.api.messages.history({ roomId })).messages.map(({ notice }) => notice);

  test('who creates a room owns it, and those brought along are in it from the start', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const recorder = await bob.listen();
    const room = await make(ann, 'private', bob, ann);
    expect(room).toMatchObject({ kind: 'private', role: 'owner', memberCount: 2, unreadCount: 0, lobby: false });
    const joined = await recorder.waitFor('room.joined', (event) => event.room.id === room.id);
    expect(joined.room).toMatchObject({ name: room.name, role: 'member', memberCount: 2 });
    expect(await namesOf(bob)).toContain(room.name);
    expect(await namesOf(cid)).not.toContain(room.name);
    expect(await noticesOf(bob, room.id)).toEqual([{ type: 'created' }]);
    recorder.stop();
  });

  test.each([
    '',
    '   ',
    '#general',
    'a@b',
    'x'.repeat(65),
    'tab\there',
    'turned\u202E',
    '\u3164',
    '\u200B',
    '\u2800',
    'nul\u0000',
  ])('the name %j is refused', async (name) => {
    const ann = await app().person('ann');
    const expected = name.includes('\u0000') ? null : { code: 'name_invalid', field: 'roomName', limit: 64 };
    expect(await refusal(ann.api.rooms.create({ kind: 'public', name }))).toEqual(expected);
  });

  test('a name is taken in whatever spelling, for a new room and for a renamed one', async () => {
    const ann = await app().person('ann');
    await ann.api.rooms.create({ kind: 'public', name: '设计 Design' });
    expect(await answer(ann.api.rooms.create({ kind: 'public', name: '设计 ＤＥＳＩＧＮ' }))).toBe('name_taken');
    const other = await make(ann, 'public');
    expect(await answer(ann.api.rooms.rename({ roomId: other.id, name: '设计 design' }))).toBe('name_taken');
    expect(await answer(ann.api.rooms.rename({ roomId: other.id, name: other.name.toUpperCase() }))).toBe('ok');
  });

  test('of two who take a name at the same moment one gets it', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const name = newName();
    const both = [ann, bob].map(({ api }) => answer(api.rooms.create({ kind: 'public', name })));
    expect((await Promise.all(both)).toSorted()).toEqual(['name_taken', 'ok']);
  });

  test('public rooms are found and joined, private ones are neither', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const open = await make(ann, 'public');
    const hidden = await make(ann, 'private');
    const found = await bob.api.rooms.browse({ search: 'room ' });
    expect(found.rooms.find(({ id }) => id === open.id)).toMatchObject({ joined: false, memberCount: 1 });
    expect(found.rooms.map(({ id }) => id)).not.toContain(hidden.id);
    expect(await answer(bob.api.rooms.get({ roomId: open.id }))).toBe('not_a_member');
    expect(await answer(bob.api.rooms.get({ roomId: hidden.id }))).toBe('room_unknown');
    expect(await answer(bob.api.rooms.join({ roomId: hidden.id }))).toBe('room_unknown');
    expect(await bob.api.rooms.join({ roomId: open.id })).toMatchObject({
      id: open.id,
      memberCount: 2,
      role: 'member',
    });
    const again = await Promise.all([1, 2].map(() => bob.api.rooms.join({ roomId: open.id })));
    expect(again.map(({ memberCount }) => memberCount)).toEqual([2, 2]);
    expect(await noticesOf(bob, open.id)).toEqual([{ type: 'created' }, { type: 'joined', userIds: [bob.id] }]);
  });

  test('who leaves is out, the others are told, and the person hears nothing more of it', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const room = await make(ann, 'public', bob);
    const [annEvents, bobEvents] = [await ann.listen(), await bob.listen()];
    await bob.api.rooms.leave({ roomId: room.id });
    await ann.api.messages.send({ roomId: room.id, tempId: newName(), text: 'he is gone' });
    await bobEvents.waitFor('room.left', (event) => event.leftRoomId === room.id);
    expect(await annEvents.waitFor('member.left')).toMatchObject({ memberId: bob.id, memberCount: 1 });
    await annEvents.waitFor('message.posted', ({ message }) => message.text === 'he is gone');
    const { displayName } = await bob.api.users.updateProfile({ displayName: newName() });
    await bobEvents.waitFor('user.updated', ({ user }) => user.displayName === displayName);
    const last = bobEvents.kinds().lastIndexOf('room.left');
    expect(bobEvents.events.slice(last + 1).filter((event) => 'roomId' in event && event.roomId === room.id)).toEqual(
      [],
    );
    expect(await answer(bob.api.messages.history({ roomId: room.id }))).toBe('not_a_member');
    annEvents.stop();
    bobEvents.stop();
  });

  test('everybody stays in the lobby, and it stays open', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const { workspace } = await ann.api.workspace.get();
    const lobby = { roomId: workspace.lobbyRoomId };
    expect(await answer(bob.api.rooms.leave(lobby))).toBe('room_lobby');
    expect(await answer(ann.api.rooms.archive(lobby))).toBe('room_lobby');
    expect(await answer(ann.api.rooms.removeMember({ ...lobby, userId: bob.id }))).toBe('room_lobby');
  });

  test('a room whose owner leaves belongs to whoever is in it longest, who hears of it', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const room = await make(bob, 'private');
    app().clock.advance(1_000);
    await bob.api.rooms.invite({ roomId: room.id, userIds: [cid.id] });
    app().clock.advance(1_000);
    await bob.api.rooms.invite({ roomId: room.id, userIds: [ann.id] });
    const recorder = await cid.listen();
    await bob.api.rooms.leave({ roomId: room.id });
    expect(await recorder.waitFor('member.changed')).toMatchObject({
      roomId: room.id,
      memberId: cid.id,
      role: 'owner',
    });
    expect(await cid.api.rooms.get({ roomId: room.id })).toMatchObject({ role: 'owner' });
    const { members } = await ann.api.rooms.members({ roomId: room.id });
    expect(members.map(({ userId, role }) => [userId, role])).toEqual([
      [cid.id, 'owner'],
      [ann.id, 'member'],
    ]);
    expect(await answer(cid.api.rooms.archive({ roomId: room.id }))).toBe('ok');
    recorder.stop();
  });

  test('who joins a public room that everybody left owns it', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const room = await make(bob, 'public');
    await bob.api.rooms.leave({ roomId: room.id });
    expect(await ann.api.rooms.join({ roomId: room.id })).toMatchObject({ role: 'owner', memberCount: 1 });
  });

  test('any member brings others in, each once, and strangers bring nobody', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const room = await make(ann, 'private', bob);
    expect(await bob.api.rooms.invite({ roomId: room.id, userIds: [cid.id, ann.id, cid.id] })).toEqual([cid.id]);
    expect(await bob.api.rooms.invite({ roomId: room.id, userIds: [cid.id] })).toEqual([]);
    expect(await answer(bob.api.rooms.invite({ roomId: room.id, userIds: ['nobody'] }))).toBe('user_unknown');
    const dan = await app().person('dan');
    expect(await answer(dan.api.rooms.invite({ roomId: room.id, userIds: [dan.id] }))).toBe('room_unknown');
  });

  test('the owner takes somebody out, who no longer sees the room', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const room = await make(bob, 'private', cid);
    expect(await answer(cid.api.rooms.removeMember({ roomId: room.id, userId: bob.id }))).toBe('room_needs_owner');
    await bob.api.rooms.removeMember({ roomId: room.id, userId: cid.id });
    expect(await answer(cid.api.rooms.get({ roomId: room.id }))).toBe('room_unknown');
    expect(await answer(bob.api.rooms.removeMember({ roomId: room.id, userId: ann.id }))).toBe('user_unknown');
    expect((await noticesOf(bob, room.id)).at(-1)).toEqual({ type: 'removed', userIds: [cid.id] });
  });

  test('a new name and topic are told live and in the history', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const room = await make(ann, 'public', bob);
    const recorder = await ann.listen();
    const name = newName();
    await bob.api.rooms.rename({ roomId: room.id, name });
    await bob.api.rooms.setTopic({ roomId: room.id, topic: 'tea' });
    await bob.api.rooms.setTopic({ roomId: room.id, topic: 'tea' });
    expect(await recorder.waitFor('room.updated', (event) => event.room.topic === 'tea')).toMatchObject({
      room: { name },
    });
    expect((await noticesOf(ann, room.id)).slice(1)).toEqual([
      { type: 'renamed', from: room.name, to: name },
      { type: 'topic', topic: 'tea' },
    ]);
    expect(await refusal(bob.api.rooms.setTopic({ roomId: room.id, topic: 'x'.repeat(251) }))).toEqual({
      code: 'invalid_input',
      field: 'topic',
      limit: 250,
    });
    recorder.stop();
  });

  test('in an archived room nothing changes, its history stays, and it can be opened again', async () => {
    const [ann, bob, cid] = await app().people('ann', 'bob', 'cid');
    const room = await make(ann, 'public', bob);
    const roomId = room.id;
    const message = await say(bob, roomId, 'before');
    await ann.api.rooms.archive({ roomId });
    const changes = [
      bob.api.messages.send({ roomId, tempId: newName(), text: 'after' }),
      bob.api.messages.edit({ messageId: message.id, text: 'changed' }),
      bob.api.messages.recall({ messageId: message.id }),
      bob.api.reactions.add({ messageId: message.id, emoji: '👍' }),
      bob.api.signals.set({ roomId, signal: 'typing', on: true }),
      bob.api.rooms.rename({ roomId, name: newName() }),
      bob.api.rooms.setTopic({ roomId, topic: 'new' }),
      bob.api.rooms.invite({ roomId, userIds: [cid.id] }),
      cid.api.rooms.join({ roomId }),
    ];
    expect(new Set(await Promise.all(changes.map(answer)))).toEqual(new Set(['room_archived']));
    expect((await bob.api.messages.get({ messageId: message.id })).text).toBe('before');
    expect(await answer(bob.api.reads.mark({ roomId, rev: message.rev }))).toBe('ok');
    const listed = (archived: boolean) => cid.api.rooms.browse({ search: room.name, archived });
    expect((await listed(false)).rooms.map(({ id }) => id)).not.toContain(roomId);
    expect((await listed(true)).rooms.map(({ id }) => id)).toContain(roomId);
    await ann.api.rooms.unarchive({ roomId });
    expect(await answer(bob.api.messages.send({ roomId, tempId: newName(), text: 'after' }))).toBe('ok');
  });
});

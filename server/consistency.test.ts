import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEventKinds } from '#shared/events.ts';
import { mentionOf, roomOf, say, unique, wideMention } from '#server/testing/rooms.ts';
import { addExtras } from '#server/testing/people.ts';
import { causesOfFeatures } from '#server/testing/fixtures.ts';
import type { Causes, Scene } from '#server/testing/scene.ts';
import { HeadlessClient } from '#server/testing/headless-client.ts';
import { type Person, TestApp } from '#server/testing/test-app.ts';

/** For every kind of event, what somebody does that causes it. */
const causes: Causes = {
  ...causesOfFeatures,
  'message.posted': async ({ ann, bob, roomId, messageId }) => {
    await say(ann, roomId, 'plain');
    await say(bob, roomId, 'an answer', { replyToId: messageId });
    const text = '@bob and @room';
    await say(ann, roomId, text, { mentions: [mentionOf(text, bob), wideMention(text, 'room')] });
  },
  'message.edited': async ({ ann, bob, roomId, messageId }) => {
    await say(bob, roomId, 'quoting', { replyToId: messageId });
    await ann.api.messages.edit({ messageId, text: 'nobody is called' });
    const text = 'now @bob is called again';
    await ann.api.messages.edit({ messageId, text, mentions: [mentionOf(text, bob)] });
    const { rev } = await say(ann, roomId, 'all of which he reads');
    await bob.api.reads.mark({ roomId, rev });
    await ann.api.messages.edit({ messageId, text: 'without his name' });
    const last = 'with it, @bob, and another: @room';
    await ann.api.messages.edit({ messageId, text: last, mentions: [mentionOf(last, bob), wideMention(last, 'room')] });
  },
  'message.recalled': async ({ ann, bob, roomId, messageId }) => {
    await say(bob, roomId, 'quoting', { replyToId: messageId });
    await bob.api.reactions.add({ messageId, emoji: '👍' });
    await ann.api.messages.recall({ messageId });
  },
  'member.joined': ({ ann, cid, roomId }) => ann.api.rooms.invite({ roomId, userIds: [cid.id] }),
  'member.changed': async ({ ann, roomId }) => {
    await ann.api.rooms.leave({ roomId });
  },
  'member.left': async ({ ann, cid, roomId }) => {
    await ann.api.rooms.invite({ roomId, userIds: [cid.id] });
    await cid.api.rooms.leave({ roomId });
  },
  'room.updated': async ({ ann, bob, roomId }) => {
    await bob.api.rooms.rename({ roomId, name: unique() });
    await bob.api.rooms.setTopic({ roomId, topic: 'tea' });
    await ann.api.rooms.archive({ roomId });
  },
  'room.joined': async ({ ann, bob, cid }) => {
    await say(cid, await roomOf(cid, bob), 'welcome');
    await ann.api.rooms.openDirect({ userIds: [bob.id] });
  },
  'room.left': async ({ ann, bob, roomId }) => {
    await say(ann, roomId, 'before');
    await bob.api.rooms.leave({ roomId });
    await say(ann, roomId, 'while he was away');
    await ann.api.rooms.invite({ roomId, userIds: [bob.id] });
    await say(ann, roomId, 'after');
  },
  'read.marked': async ({ ann, bob, roomId, messageId }) => {
    const { rev } = await say(ann, roomId, 'one more');
    await bob.api.reads.mark({ roomId, rev });
    await bob.api.reads.markUnread({ messageId });
    await ann.api.reads.mark({ roomId, rev });
  },
  'user.joined': () => Promise.resolve(),
  'user.updated': ({ cid }) => cid.api.users.updateProfile({ displayName: 'Cid the second' }),
  'workspace.updated': ({ ann }) => ann.api.workspace.update({ name: unique() }),
};

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.create('sqlite');
});
afterEach(() => app.close());

async function setScene(): Promise<Scene> {
  const [ann, bob, cid] = await app.people('ann', 'bob', 'cid');
  const roomId = await roomOf(ann, bob);
  const text = 'hello @bob';
  const { id: messageId } = await say(ann, roomId, text, { mentions: [mentionOf(text, bob)] });
  return { ann, bob, cid, roomId, messageId };
}

const marksOf = async (person: Person, roomId: string): Promise<number[]> =>
  (await person.api.rooms.members({ roomId })).members.map(({ lastReadRev }) => lastReadRev);

test('a page shows whose reading is told, when a room grows over the limit and when it shrinks again', async () => {
  const [ann, bob] = await app.people('ann', 'bob');
  const extras = await addExtras(app.services, 98);
  const roomId = await roomOf(ann, bob, ...extras.map((id) => ({ id })));
  const client = await HeadlessClient.open(app, bob);
  await client.show(roomId);
  const { rev } = await say(ann, roomId, 'read this');
  await ann.api.reads.mark({ roomId, rev });
  const late = await app.person('late');
  for (const change of ['invite', 'leave'] as const) {
    if (change === 'invite') await ann.api.rooms.invite({ roomId, userIds: [late.id] });
    else await late.api.rooms.leave({ roomId });
    const statusText = unique();
    await ann.api.users.updateProfile({ statusText });
    await client.waitFor((event) => event.kind === 'user.updated' && event.user.statusText === statusText);
    const { cached, truth } = await client.compare();
    expect(cached).toEqual(truth);
  }
  client.drop();
});

test('a page learns from hints how far the others have read', async () => {
  const { ann, bob, roomId, messageId } = await setScene();
  const client = await HeadlessClient.open(app, ann);
  await client.show(roomId);
  const { rev } = await say(ann, roomId, 'one more');
  const hears = (mark: number) => client.waitFor((event) => event.kind === 'reads' && event.marks[bob.id] === mark);
  await bob.api.reads.mark({ roomId, rev });
  await hears(rev);
  expect(client.marks(roomId)).toEqual(await marksOf(ann, roomId));
  await bob.api.reads.markUnread({ messageId });
  const { lastReadRev } = await bob.api.rooms.get({ roomId });
  await hears(lastReadRev);
  expect(client.marks(roomId)).toEqual(await marksOf(ann, roomId));
  client.drop();
});

test('every kind of event has something that causes it', () => {
  expect(new Set(Object.keys(causes))).toEqual(logEventKinds);
});

test.each(Object.entries(causes))('a page that heard %s shows what a fresh one shows', async (kind, cause) => {
  const scene = await setScene();
  const clients = [
    await HeadlessClient.open(app, scene.ann),
    await HeadlessClient.open(app, scene.bob),
    await HeadlessClient.open(app, scene.cid),
  ];
  for (const client of clients.slice(0, 2)) await client.show(scene.roomId);
  await cause(scene);
  if (kind === 'user.joined') await app.person('newcomer');
  const statusText = unique();
  await scene.ann.api.users.updateProfile({ statusText });
  for (const client of clients) {
    await client.waitFor((event) => event.kind === 'user.updated' && event.user.statusText === statusText);
    const { cached, truth } = await client.compare();
    expect(cached).toEqual(truth);
  }
  expect(clients.flatMap((client) => [...client.kinds()])).toContain(kind);
  expect(clients.flatMap((client) => [...client.changing])).toContain(kind);
  for (const client of clients) client.drop();
});

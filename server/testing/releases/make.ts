import Sqlite from 'better-sqlite3';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pino from 'pino';
import { createServices } from '#server/services.ts';
import { callerOf } from '#server/features/sessions/access.ts';
import { readConfig } from '#server/platform/config.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import type { Context, Services } from '#server/platform/trpc/context.ts';
import { createCallerFactory } from '#server/platform/trpc/trpc.ts';
import { appRouter } from '#server/features.ts';
import { Clock } from '#server/testing/clock.ts';
import { createUser, startDevice } from '#server/testing/people.ts';
import { messageIn } from '#server/testing/rooms.ts';

/*
 * Keeps a database of the version that is checked out: `npx tsx server/testing/releases/make.ts 0.2.0` writes
 * `0.2.0.db.gz` and `0.2.0.json` beside this file. Run it once for each release, before its tag, and commit both files.
 * `releases.test.ts` finds them by itself: every later version must open, migrate, resume from and recall in each of
 * them. Never make a file again for an old release: what matters is that the old code wrote it.
 */
const [version = ''] = process.argv.slice(2);
if (!/^[\w.-]+$/.test(version)) throw new Error('Say the version: npx tsx server/testing/releases/make.ts 0.2.0');

const secret = 's'.repeat(32);
const clock = new Clock();
const createCaller = createCallerFactory(appRouter);
type Api = ReturnType<typeof createCaller>;
interface Person {
  id: string;
  name: string;
  token: string;
  api: Api;
}

function visit(services: Services, token: string): Api {
  return createCaller(async (): Promise<Context> => {
    clock.advance(1_000);
    const common = { language: 'en', clientVersion: null, address: '127.0.0.1', device: 'Test' } as const;
    return { ...common, services, caller: await callerOf(services, token), cookies: null, writer: null };
  });
}

async function arrive(services: Services, name: string): Promise<Person> {
  const id = await createUser(services, name);
  const { token } = await startDevice(services, id);
  return { id, name, token, api: visit(services, token) };
}

let sent = 0;
async function say(who: Person, roomId: string, text: string, more: object = {}): Promise<string> {
  const answer = await who.api.messages.send({ roomId, tempId: `temp-${(sent += 1)}`, text, ...more });
  return messageIn(answer).id;
}

const calls = (text: string, { id, name }: Person) => {
  const start = text.indexOf(`@${name}`);
  return { mentions: [{ kind: 'user' as const, userId: id, start, end: start + name.length + 1 }] };
};

/** Rooms that are renamed, left, archived; people who come, go and read. Returns a room of all three. */
async function furnish(ann: Person, bob: Person, ming: Person): Promise<{ roomId: string; lobbyId: string }> {
  const { workspace } = await ann.api.workspace.get();
  await ann.api.workspace.update({ name: '灯笼工坊' });
  await ming.api.users.updateProfile({ displayName: '李小明', statusText: '在茶水间' });
  const { id: roomId } = await ann.api.rooms.create({ kind: 'private', name: '发布', userIds: [bob.id, ming.id] });
  await bob.api.rooms.setTopic({ roomId, topic: '下一个版本 next version' });
  const { id: openId } = await bob.api.rooms.create({ kind: 'public', name: 'tea', userIds: [] });
  await ming.api.rooms.join({ roomId: openId });
  await say(ming, openId, '绿茶还是红茶？');
  await bob.api.rooms.rename({ roomId: openId, name: 'tea-and-coffee' });
  await bob.api.rooms.leave({ roomId: openId });
  const { id: oldId } = await ann.api.rooms.create({ kind: 'public', name: 'old', userIds: [bob.id] });
  await say(bob, oldId, 'that is done');
  await ann.api.rooms.archive({ roomId: oldId });
  await ann.api.rooms.removeMember({ roomId, userId: ming.id });
  await ann.api.rooms.invite({ roomId, userIds: [ming.id] });
  const { id: directId } = await ann.api.rooms.openDirect({ userIds: [bob.id] });
  await say(ann, directId, 'psst');
  return { roomId, lobbyId: workspace.lobbyRoomId };
}

/** Texts that an author takes back before the file is kept (`gone`), and others that a later version takes back. */
async function talk(ann: Person, bob: Person, ming: Person, roomId: string) {
  const kept = [await say(ann, roomId, 'The lanterns ship on Friday.'), await say(ming, roomId, '星期五发货，收到。')];
  for (let i = 0; i < 120; i += 1) {
    const who = [ann, bob, ming][i % 3] ?? ann;
    await say(who, roomId, `Line ${i} of the long talk，第 ${i} 行。 `.repeat(1 + (i % 7)));
  }
  const openSecret = await say(ann, roomId, 'RECALL-ME the code of the door is 4711');
  await ann.api.messages.edit({ messageId: openSecret, text: 'RECALL-ME the code of the door is 4712, 门的密码' });
  const reply = await say(bob, roomId, 'I wrote it down', { replyToId: openSecret });
  await bob.api.messages.edit({ messageId: reply, text: 'I wrote that down' });
  await ming.api.reactions.add({ messageId: openSecret, emoji: '👍' });
  const hiddenReply = await say(bob, roomId, 'never mind', { replyToId: openSecret });
  await bob.api.messages.edit({ messageId: hiddenReply, text: 'never mind me' });
  await bob.api.messages.recall({ messageId: hiddenReply });
  const chinese = await say(ming, roomId, '请撤回：保险箱的密码是八八八');
  await say(ann, roomId, '知道了', { replyToId: chinese });
  const goneId = await say(ann, roomId, 'ALREADY-GONE the salary of everybody');
  const answered = await say(bob, roomId, 'really?', { replyToId: goneId });
  await bob.api.messages.edit({ messageId: answered, text: 'really??' });
  await bob.api.messages.recall({ messageId: answered });
  await ann.api.messages.recall({ messageId: goneId });
  const text = 'dear @bob, have a look';
  await say(ann, roomId, text, calls(text, bob));
  await bob.api.reactions.add({ messageId: kept[0] ?? '', emoji: '🎂' });
  await bob.api.reactions.add({ messageId: kept[0] ?? '', emoji: '👍' });
  await bob.api.reactions.remove({ messageId: kept[0] ?? '', emoji: '👍' });
  const { rev } = await ann.api.rooms.list();
  await ann.api.reads.mark({ roomId, rev });
  await bob.api.reads.markUnread({ messageId: reply });
  return {
    kept,
    recallable: [
      { messageId: openSecret, by: 'ann', texts: ['RECALL-ME', '4711', '门的密码'] },
      { messageId: chinese, by: 'ming', texts: ['保险箱的密码', '八八八'] },
    ],
    gone: ['ALREADY-GONE', 'salary of everybody'],
  };
}

const folder = mkdtempSync(join(tmpdir(), 'parley-release-'));
const file = join(folder, 'parley.db');
const services = await createServices({
  config: readConfig({ REGISTRATION: 'open', SEND_RATE: '100000', CHANGE_RATE: '100000', INVITE_RATE: '100000' }),
  version,
  secret,
  log: pino({ level: 'silent' }),
  now: clock.now,
  openStore: (options) => openSqliteStore(file, 'drizzle/sqlite', options),
});
const ann = await arrive(services, 'ann');
const bob = await arrive(services, 'bob');
const ming = await arrive(services, 'ming');
const { roomId, lobbyId } = await furnish(ann, bob, ming);
const { rev: lastEventId } = await bob.api.rooms.list();
const facts = await talk(ann, bob, ming, roomId);
const { rev: head } = await bob.api.rooms.list();
services.presence.close();
services.ephemeral.close();
await services.store.close();
const checkpointed = new Sqlite(file);
checkpointed.pragma('wal_checkpoint(TRUNCATE)');
checkpointed.close();

const tokens = { ann: ann.token, bob: bob.token, ming: ming.token };
const place = import.meta.dirname;
writeFileSync(join(place, `${version}.db.gz`), gzipSync(readFileSync(file), { level: 9 }));
writeFileSync(
  join(place, `${version}.json`),
  `${JSON.stringify({ version, secret, tokens, roomId, lobbyId, lastEventId, head, ...facts }, null, 2)}\n`,
);
rmSync(folder, { recursive: true });

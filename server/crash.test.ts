import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '#shared/messages.ts';
import type { AppRouter } from '#server/features.ts';
import { messageIn } from '#server/testing/rooms.ts';
import { buildPrograms, type ServerProcess, startServerProcess } from '#server/testing/server-process.ts';

const kills = 25;
const senders = 6;
const roomCount = 3;
const burstMs = 120;

interface Sent {
  roomId: string;
  tempId: string;
  text: string;
  /** Places in one order of all sends and acknowledgements, as this test saw them. */
  sentAt: number;
  ackedAt: number;
  rev: number;
  id: string;
}

let folder: string;
let last: ServerProcess | null = null;
let moments = 0;
const acknowledged: Sent[] = [];
/** Answers that were no acknowledgement; a server that is gone gives none. */
const refusals: string[] = [];

beforeAll(async () => {
  await buildPrograms();
  folder = mkdtempSync(join(tmpdir(), 'parley-crash-'));
});
afterAll(async () => {
  await last?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const clientOf = (server: ServerProcess, token = '') =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: server.url, headers: { authorization: `Bearer ${token}` } })],
  });

/** One person who sends, waits for the answer and sends the next, and who tries again what was not answered. */
class Sender {
  #pending: Pick<Sent, 'roomId' | 'tempId' | 'text' | 'sentAt'> | null = null;
  #count = 0;

  constructor(
    private readonly token: string,
    private readonly name: string,
    private readonly roomIds: string[],
  ) {}

  /** Sends until the server is gone. */
  async burst(server: ServerProcess): Promise<void> {
    const { messages } = clientOf(server, this.token);
    for (;;) {
      const next = (this.#pending ??= this.#next());
      try {
        const { rev, id } = messageIn(await messages.send.mutate(next));
        acknowledged.push({ ...next, ackedAt: (moments += 1), rev, id });
        this.#pending = null;
      } catch (reason) {
        if (reason instanceof TRPCClientError && reason.data) refusals.push(reason.message);
        return;
      }
    }
  }

  #next() {
    const nr = (this.#count += 1);
    const roomId = this.roomIds[nr % roomCount] ?? '';
    return { roomId, tempId: `${this.name}-${nr}`, text: `${this.name} says ${nr}`, sentAt: (moments += 1) };
  }
}

async function settle(): Promise<{ people: Sender[]; roomIds: string[]; token: string }> {
  const server = await startServerProcess(folder);
  const people: { token: string; id: string }[] = [];
  for (let i = 0; i < senders; i += 1) {
    const { token, me } = await clientOf(server).auth.register.mutate({
      name: `sender${i}`,
      password: 'correct horse battery',
      carrier: 'bearer',
    });
    people.push({ token: token ?? '', id: me.id });
  }
  const [{ token } = { token: '' }] = people;
  const roomIds: string[] = [];
  for (let i = 0; i < roomCount; i += 1) {
    const userIds = people.map(({ id }) => id);
    roomIds.push(
      (await clientOf(server, token).rooms.create.mutate({ kind: 'private', name: `room${i}`, userIds })).id,
    );
  }
  await server.kill();
  return { people: people.map((person, i) => new Sender(person.token, `sender${i}`, roomIds)), roomIds, token };
}

async function historyOf(server: ServerProcess, token: string, roomId: string): Promise<Message[]> {
  const { messages } = clientOf(server, token);
  const all: Message[] = [];
  let page = await messages.history.query({ roomId, cursor: { at: 'start' }, limit: 100 });
  for (;;) {
    all.push(...page.messages.filter(({ notice }) => notice === null));
    if (!page.newer) return all;
    page = await messages.history.query({ roomId, cursor: page.newer, limit: 100 });
  }
}

/** Of two messages the later was sent after the earlier was acknowledged, and yet precedes it. */
function outOfOrder(sent: readonly Sent[]): Sent[] {
  const bySending = sent.toSorted((a, b) => a.sentAt - b.sentAt);
  const byAnswer = sent.toSorted((a, b) => a.ackedAt - b.ackedAt);
  let newest = 0;
  let answered = 0;
  return bySending.filter((message) => {
    for (let next = byAnswer[answered]; next && next.ackedAt < message.sentAt; next = byAnswer[answered]) {
      newest = Math.max(newest, next.rev);
      answered += 1;
    }
    return message.rev <= newest;
  });
}

test('a server killed in the middle of a burst, 25 times, keeps every acknowledged message, once and in order', async () => {
  const { people, roomIds, token } = await settle();
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startServerProcess(folder);
    const before = acknowledged.length;
    const bursts = people.map((person) => person.burst(server));
    const answers = () => acknowledged.length + senders * refusals.length;
    await expect.poll(answers, { interval: 2 }).toBeGreaterThan(before + senders);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * burstMs));
    await server.kill();
    await Promise.all(bursts);
    expect(refusals).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(kills * senders);
  expect(outOfOrder(acknowledged)).toEqual([]);

  last = await startServerProcess(folder);
  for (const roomId of roomIds) {
    const stored = await historyOf(last, token, roomId);
    const byTempId = new Map(stored.map((message) => [message.tempId, message]));
    expect(byTempId.size).toBe(stored.length);
    const promised = acknowledged.filter((sent) => sent.roomId === roomId);
    const found = promised.map(({ tempId }) => byTempId.get(tempId));
    expect(found.map((message) => message && { rev: message.rev, id: message.id, text: message.text })).toEqual(
      promised.map(({ rev, id, text }) => ({ rev, id, text })),
    );
    expect(stored.map(({ rev }) => rev)).toEqual(stored.map(({ rev }) => rev).toSorted((a, b) => a - b));
    // What was never answered may be stored, at most one for each person.
    expect(stored.length - promised.length).toBeLessThanOrEqual(senders);
  }
  const db = new Sqlite(join(folder, 'parley.db'), { readonly: true });
  const gaps = db
    .prepare('select count(*) as rows, max(rev) as head, (select rev from log_head) as said from events')
    .get();
  const head = db.prepare('select rev from log_head').pluck().get();
  expect(gaps).toEqual({ rows: head, head, said: head });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

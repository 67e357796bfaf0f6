// @vitest-environment node
import { createTRPCClient, createWSClient, httpBatchLink, TRPCClientError, wsLink } from '@trpc/client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { sentenceFor } from '#shared/error-sentences.ts';
import { httpCalls, idempotentCalls } from '#shared/calls.ts';
import { appRouter } from '#server/features.ts';
import { password } from '#server/testing/people.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';
import { callsOver, type CallSocket } from './calls-over.ts';
import type { AppRouter } from '#client/lib/trpc.ts';

let server: TestServer;
let ann: Visitor;
let roomId: string;
let unknown: string[] = [];
const closers: (() => void)[] = [];

beforeAll(async () => {
  // While developing, a write must not wait as `hold` makes it.
  server = await TestServer.open({ NODE_ENV: 'production' });
  vi.stubGlobal('navigator', { onLine: true });
  ann = await server.visitor('ann');
  roomId = (await ann.api.rooms.create.mutate({ kind: 'private', name: 'calls', userIds: [] })).id;
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  unknown = [];
});
afterAll(() => server.close());

/** The page's client, with a WebSocket that is open unless networks block it; `paths` are the calls over HTTP. */
async function pageOf(visitor: Visitor, isBlocked = false) {
  const paths: string[] = [];
  const socket = createWSClient({
    url: isBlocked ? server.url.replace('http', 'ws').replace('/trpc', '/blocked') : server.url.replace('http', 'ws'),
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: { token: visitor.token },
    retryDelayMs: () => 60_000,
  });
  closers.push(() => void socket.close());
  const open: CallSocket<AppRouter> = {
    link: wsLink<AppRouter>({ client: socket }),
    isOpen: () => socket.connection?.state === 'open',
    reopen: () => paths.push('reopened'),
  };
  const http = httpBatchLink<AppRouter>({
    url: server.url,
    headers: { authorization: `Bearer ${visitor.token}` },
    maxItems: 1,
    fetch: (url, init) => {
      const address = url instanceof Request ? url.url : url;
      paths.push(new URL(address).pathname.replace('/trpc/', ''));
      return fetch(url, init);
    },
  });
  const api = createTRPCClient<AppRouter>({
    links: [callsOver({ http, socket: () => (open.isOpen() ? open : null), onUnknown: (path) => unknown.push(path) })],
  });
  if (!isBlocked) await expect.poll(open.isOpen).toBe(true);
  return { api, paths, kill: () => (socket.connection?.ws as unknown as WebSocket | undefined)?.terminate() };
}

/** Holds back what needs the database until the result is called. */
function hold(): () => void {
  const { store } = server.app.services;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  void store.write(() => gate);
  void store.read(() => gate);
  return letGo;
}

const textsOf = async () => (await ann.api.messages.history.query({ roomId })).messages.map(({ text }) => text);
const codeOf = (reason: unknown): unknown =>
  reason instanceof TRPCClientError ? Object(reason.data).app?.code : String(reason);

describe('a call of the page', () => {
  test('goes over the open socket, changes, reads and hints alike', async () => {
    const { api, paths } = await pageOf(ann);
    await api.messages.send.mutate({ roomId, tempId: 'over the socket', text: 'over the socket' });
    await api.rooms.list.query();
    await api.signals.set.mutate({ roomId, signal: 'typing', on: true });
    expect(await textsOf()).toContain('over the socket');
    expect(paths).toEqual([]);
  });

  test('goes over HTTP where the network lets no WebSocket through', async () => {
    const { api, paths } = await pageOf(ann, true);
    await api.messages.send.mutate({ roomId, tempId: 'blocked', text: 'blocked' });
    await api.rooms.rename.mutate({ roomId, name: 'renamed over HTTP' });
    expect((await api.rooms.list.query()).rooms.map(({ name }) => name)).toContain('renamed over HTTP');
    expect(paths).toEqual(['messages.send', 'rooms.rename', 'rooms.list']);
  });

  test('that sends is stored once when the socket is cut under way, and a read is answered', async () => {
    const { api, paths, kill } = await pageOf(ann);
    const letGo = hold();
    const sent = api.messages.send.mutate({ roomId, tempId: 'cut', text: 'cut' });
    const read = api.rooms.get.query({ roomId });
    // The server takes frames in order: it has begun both once it has answered the next.
    await api.presence.list.query();
    kill();
    await expect.poll(() => paths.toSorted()).toEqual(['messages.send', 'rooms.get']);
    letGo();
    expect((await sent).message?.text).toBe('cut');
    expect((await read).id).toBe(roomId);
    expect((await textsOf()).filter((text) => text === 'cut')).toHaveLength(1);
    expect(paths).toHaveLength(2);
    expect(unknown).toEqual([]);
  });

  test('that may not be made twice is reported unknown, and is not repeated', async () => {
    const { api, paths, kill } = await pageOf(ann);
    const letGo = hold();
    const made = api.rooms.create.mutate({ kind: 'private', name: 'made or not', userIds: [] }).catch(codeOf);
    await api.presence.list.query();
    kill();
    expect(await made).toBe('outcome_unknown');
    letGo();
    expect(paths).toEqual([]);
    expect(unknown).toEqual(['rooms.create']);
    const rooms = async () => (await ann.api.rooms.list.query()).rooms.filter(({ name }) => name === 'made or not');
    await expect.poll(rooms).toHaveLength(1);
  });

  test('that the server refuses is refused, over whichever way, and never repeated', async () => {
    const { api, paths } = await pageOf(ann);
    const refused = await api.messages.send.mutate({ roomId: 'nowhere', tempId: 'x', text: 'x' }).catch(codeOf);
    expect(refused).toBe('room_unknown');
    expect([paths, unknown]).toEqual([[], []]);
  });

  test('that changes the password goes over HTTP, and then the socket is opened anew', async () => {
    const { api, paths } = await pageOf(ann);
    await api.auth.changePassword.mutate({ currentPassword: password, newPassword: 'another horse battery' });
    expect(paths).toEqual(['auth.changePassword', 'reopened']);
  });

  test('of a large message has a frame of its own', async () => {
    const { api, paths } = await pageOf(ann);
    const text = '字'.repeat(8_000);
    await Promise.all(
      Array.from({ length: 6 }, (_, nr) => api.messages.send.mutate({ roomId, tempId: `large ${nr}`, text })),
    );
    await Promise.all(Array.from({ length: 40 }, () => api.workspace.get.query()));
    expect(paths).toEqual([]);
  });
});

describe('the lists of calls', () => {
  test('name changes that there are', () => {
    const { procedures } = appRouter._def;
    for (const path of [...httpCalls, ...idempotentCalls]) expect(Object(procedures)[path]._def.type).toBe('mutation');
  });

  test('what may be made twice leaves the log as it is the second time', async () => {
    const bob = await server.visitor('bob');
    const { message } = await ann.api.messages.send.mutate({ roomId, tempId: 'twice', text: 'twice' });
    const messageId = message?.id ?? '';
    const { id: publicId } = await bob.api.rooms.create.mutate({ kind: 'public', name: 'twice', userIds: [] });
    const calls: Record<string, () => Promise<unknown>> = {
      'messages.send': () => ann.api.messages.send.mutate({ roomId, tempId: 'twice', text: 'twice' }),
      'reactions.add': () => ann.api.reactions.add.mutate({ messageId, emoji: '👍' }),
      'reactions.remove': () => ann.api.reactions.remove.mutate({ messageId, emoji: '👍' }),
      'pins.add': () => ann.api.pins.add.mutate({ messageId }),
      'pins.remove': () => ann.api.pins.remove.mutate({ messageId }),
      'reads.mark': () => ann.api.reads.mark.mutate({ roomId, rev: 1 }),
      'rooms.join': () => ann.api.rooms.join.mutate({ roomId: publicId }),
      'rooms.openDirect': () => ann.api.rooms.openDirect.mutate({ userIds: [bob.id] }),
      'rooms.invite': () => ann.api.rooms.invite.mutate({ roomId, userIds: [bob.id] }),
      'rooms.archive': () => bob.api.rooms.archive.mutate({ roomId: publicId }),
      'rooms.unarchive': () => bob.api.rooms.unarchive.mutate({ roomId: publicId }),
      'presence.set': () => ann.api.presence.set.mutate({ tabId: 'tab', active: true }),
      'signals.set': () => ann.api.signals.set.mutate({ roomId, signal: 'typing', on: true }),
    };
    expect(new Set(Object.keys(calls))).toEqual(idempotentCalls);
    const head = () => server.app.services.store.read(headRev);
    for (const [path, call] of Object.entries(calls)) {
      await call();
      const before = await head();
      await call();
      expect([path, await head()]).toEqual([path, before]);
    }
  });

  test('an unknown outcome is said in the words of the list of errors', async () => {
    const { callsWords } = await import('./en.ts');
    expect(sentenceFor('en', { code: 'outcome_unknown' })).toBe(callsWords.en.outcomeUnknown);
    const { zh } = await import('./zh.ts');
    expect(sentenceFor('zh', { code: 'outcome_unknown' })).toBe(zh.outcomeUnknown);
  });
});

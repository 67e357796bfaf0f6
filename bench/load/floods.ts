import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Person } from './dialects.ts';

export const floods = ['calls', 'subscriptions', 'anonymous', 'unread'] as const;
export type Flood = (typeof floods)[number];

const longestMs = 90_000;
/** How long the connection stays whose answers nobody reads, in ms. */
const unreadMs = 15_000;
const input = (roomId: string) => ({ roomId, limit: 100, cursor: { at: 'end' } });

/** One connection asks for far more than it should; resolves to the number of answers when there are no more. */
export function flood(kind: Flood, port: number, person: Person): Promise<number> {
  const { roomId, token } = person;
  switch (kind) {
    case 'calls':
      return frames(port, token, 1_000, (id) => ({
        id,
        method: 'query',
        params: { path: 'messages.history', input: input(roomId) },
      }));
    case 'subscriptions':
      return frames(port, token, 20_000, (id) => ({
        id,
        method: 'subscription',
        params: { path: 'sync.stream', input: {} },
      }));
    case 'anonymous':
      return frames(port, '', 20_000, (id) => ({ id, method: 'query', params: { path: 'auth.status' } }));
    case 'unread':
      return unread(port, person);
  }
}

async function frames(port: number, token: string, count: number, frame: (id: number) => unknown): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/trpc?connectionParams=1`, { perMessageDeflate: false });
  await once(socket, 'open');
  let answers = 0;
  const done = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('message', (data: Buffer) => {
      if (isAnswer(data.toString('latin1', 0, 120))) answers += 1;
      if (answers === count) resolve();
    });
  });
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token } }));
  for (let id = 1; id <= count; id += 1) socket.send(JSON.stringify(frame(id)));
  const late = new AbortController();
  await Promise.race([done, wait(longestMs, undefined, { signal: late.signal }).catch(() => undefined)]);
  late.abort();
  socket.terminate();
  return answers;
}

const isAnswer = (start: string): boolean =>
  start.includes('"error"') || start.includes('"kind":"hello"') || start.includes('"data":{"');

/** 2,000 requests ahead of any answer, of which none is read. */
async function unread(port: number, { roomId, token }: Person): Promise<number> {
  const query = encodeURIComponent(JSON.stringify(input(roomId)));
  const request = `GET /trpc/messages.history?input=${query} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(request.repeat(2_000));
  await wait(unreadMs);
  socket.destroy();
  return 0;
}

import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { Times } from '#bench/measure/statistics.ts';
import type { Person } from './dialects.ts';

export interface Returned {
  /** From the moment all began to connect until one had what they missed, ms. */
  p50: number;
  p99: number;
  last: number;
}

interface Missed {
  lastEventId: string;
  messages: number;
}

const retryMs = 250;
const posted = '"kind":"message.posted"';
const revIn = /^\{"id":1,"result":\{"type":"data","data":\{"id":"(\d+)"/;

/** All connect at once and resume; rejects when somebody hears a message twice, out of order, or must start over. */
export async function comeBack(port: number, people: readonly Person[], missed: Missed): Promise<Returned> {
  const started = performance.now();
  const times = new Times();
  let last = 0;
  const sockets = await Promise.all(
    people.map(async ({ token }) => {
      const socket = await caughtUp(port, token, missed);
      last = performance.now() - started;
      times.add(last);
      return socket;
    }),
  );
  for (const socket of sockets) socket.terminate();
  const { p50, p99 } = times.summary();
  return { p50, p99, last };
}

/** Resolves to the open socket of one who has everything. Like a page it tries again, from where it was cut off. */
async function caughtUp(port: number, token: string, { lastEventId, messages }: Missed): Promise<WebSocket> {
  const progress = { heard: 0, lastRev: Number(lastEventId) };
  for (;;) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/trpc?connectionParams=1`, { perMessageDeflate: false });
    if (await hearsAll(socket, token, progress, messages)) return socket;
    await wait(retryMs);
  }
}

interface Progress {
  heard: number;
  lastRev: number;
}

/** False when the connection was lost before that. */
function hearsAll(socket: WebSocket, token: string, progress: Progress, messages: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
    socket.on('open', () => {
      socket.send(JSON.stringify({ method: 'connectionParams', data: { token } }));
      const params = { path: 'sync.stream', input: { lastEventId: String(progress.lastRev) } };
      socket.send(JSON.stringify({ id: 1, method: 'subscription', params }));
    });
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame.includes('"kind":"resync"')) reject(new Error('somebody had to start over'));
      if (!frame.includes(posted)) return;
      const rev = Number(revIn.exec(frame)?.[1]);
      if (!(rev > progress.lastRev)) reject(new Error(`after ${progress.lastRev} came ${frame.slice(0, 120)}`));
      progress.lastRev = rev;
      progress.heard += 1;
      if (progress.heard === messages) resolve(true);
    });
  });
}

import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { Times } from '#bench/measure/statistics.ts';
import { type Dialect, dialects, type Person } from './dialects.ts';

/** Where pages are asked for: an end, or anywhere between two revs, scrolling back or opening a permalink. */
export type Place = { at: 'end' | 'start' } | { at: 'before' | 'rev'; from: number; to: number };
export interface Turned {
  /** From the question to the whole page, ms. */
  p50: number;
  p99: number;
}

const answer = z.object({ result: z.object({ data: z.object({ messages: z.array(z.unknown()) }) }) });
const dialect: Dialect = dialects.parley;
const limit = 50;

/** One person asks for `count` pages of 50, one after the other. */
export async function turnPages(port: number, person: Person, place: Place, count: number): Promise<Turned> {
  const socket = new WebSocket(dialect.url(port, person), { perMessageDeflate: false });
  await once(socket, 'open');
  socket.on('close', (code) => {
    throw new Error(`the server closed with ${code}`);
  });
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token: person.token } }));
  const times = new Times();
  for (let id = 1; id <= count; id += 1) {
    const input = { roomId: person.roomId, limit, cursor: cursorIn(place) };
    const started = performance.now();
    socket.send(JSON.stringify({ id, method: 'query', params: { path: 'messages.history', input } }));
    const frame = await nextFrame(socket);
    times.add(performance.now() - started);
    const { messages } = answer.parse(JSON.parse(frame)).result.data;
    if (messages.length !== limit) throw new Error(`a page of ${messages.length} messages`);
  }
  socket.removeAllListeners('close').terminate();
  const { p50, p99 } = times.summary();
  return { p50, p99 };
}

function cursorIn(place: Place): { at: string; rev?: number } {
  if (!('from' in place)) return { at: place.at };
  return { at: place.at, rev: place.from + Math.floor(Math.random() * (place.to - place.from)) };
}

function nextFrame(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(data.toString()));
  });
}

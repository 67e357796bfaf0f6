import { once } from 'node:events';
import { get } from 'node:http';
import { WebSocket } from 'ws';
import { Times } from '#bench/measure/statistics.ts';
import type { Person } from './dialects.ts';

const everyMs = 50;

export interface Watched {
  /** From the moment a page of history, and `/healthz`, was due to its answer, ms. */
  history: { count: number; p50: number; p99: number };
  health: { count: number; p50: number; p99: number };
}

/** Somebody who asks for a page and for `/healthz` 20 times a second, whether or not the last was answered. */
export class Watch {
  #history = new Times();
  #health = new Times();
  readonly #asked = new Map<number, number>();
  #underWay = 0;
  #calls = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly port: number,
    private readonly person: Person,
    private readonly socket: WebSocket,
  ) {}

  static async start(port: number, person: Person): Promise<Watch> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/trpc?connectionParams=1`, { perMessageDeflate: false });
    await once(socket, 'open');
    socket.send(JSON.stringify({ method: 'connectionParams', data: { token: person.token } }));
    const watch = new Watch(port, person, socket);
    socket.on('message', (data: Buffer) => watch.#hear(data));
    watch.#timer = setInterval(() => watch.#ask(), everyMs);
    return watch;
  }

  /** What was seen since the start or the last call, once all that was asked has been answered. */
  async take(): Promise<Watched> {
    clearInterval(this.#timer);
    while (this.#underWay > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const watched = { history: this.#history.summary(), health: this.#health.summary() };
    this.#history = new Times();
    this.#health = new Times();
    this.#timer = setInterval(() => this.#ask(), everyMs);
    return watched;
  }

  #ask(): void {
    this.#underWay += 2;
    const id = (this.#calls += 1);
    this.#asked.set(id, performance.now());
    const input = { roomId: this.person.roomId, limit: 50, cursor: { at: 'end' } };
    this.socket.send(JSON.stringify({ id, method: 'query', params: { path: 'messages.history', input } }));
    const started = performance.now();
    get({ port: this.port, host: '127.0.0.1', path: '/healthz', agent: false }, (res) => {
      res.resume().on('end', () => {
        this.#health.add(performance.now() - started);
        this.#underWay -= 1;
      });
    });
  }

  #hear(data: Buffer): void {
    const id = Number(/^\{"id":(\d+),/.exec(data.toString('latin1', 0, 20))?.[1]);
    const started = this.#asked.get(id);
    if (started === undefined) return;
    this.#asked.delete(id);
    this.#history.add(performance.now() - started);
    this.#underWay -= 1;
  }
}

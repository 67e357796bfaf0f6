import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export type Trouble =
  /** Everything passes. */
  | 'none'
  /** Connections are cut, and new ones refused at once. */
  | 'down'
  /** What is open stays open and nothing gets through: a tunnel, a lift. */
  | 'silent'
  /** What is sent arrives, but no answer comes back. */
  | 'no-answers'
  /** HTTP passes, WebSocket does not: a strict proxy. */
  | 'no-websocket';

const upgrade = /^upgrade:\s*websocket\r$/im;

/** One person's own network line to the server: a port that passes bytes on, and can be cut without the others noticing. */
export class Line {
  readonly #open = new Set<Socket>();
  /** Those of them that lead to the server. */
  readonly #far = new Set<Socket>();
  readonly #listener: Server;
  readonly #portOf: () => number;
  #trouble: Trouble = 'none';

  private constructor(portOf: () => number) {
    this.#portOf = portOf;
    this.#listener = createServer({ allowHalfOpen: true }, (near) => this.#accept(near));
  }

  /** `portOf` returns the server's port when a connection is made. */
  static async to(portOf: () => number): Promise<Line> {
    const line = new Line(portOf);
    line.#listener.listen(0, '127.0.0.1');
    await once(line.#listener, 'listening');
    return line;
  }

  get url(): string {
    const address = this.#listener.address();
    if (address === null || typeof address === 'string') throw new Error('The line has been closed.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Cuts what the trouble forbids; what it allows goes on. */
  set(trouble: Trouble): void {
    const swallowed = this.#trouble === 'silent' || this.#trouble === 'no-answers';
    this.#trouble = trouble;
    if (trouble === 'silent') for (const socket of this.#open) socket.pause();
    else if (trouble === 'no-answers') for (const socket of this.#far) socket.pause();
    // A line that swallowed something cannot go on as if it had not.
    else if (trouble !== 'none' || swallowed) this.#cut();
  }

  close(): void {
    this.#listener.close();
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  #accept(near: Socket): void {
    this.#keep(near);
    if (this.#trouble === 'down') return void near.resetAndDestroy();
    if (this.#trouble === 'silent') return void near.pause();
    near.once('data', (first) => {
      if (this.#trouble === 'no-websocket' && upgrade.test(first.toString('latin1')))
        return void near.resetAndDestroy();
      const far = connect({ port: this.#portOf(), host: '127.0.0.1', allowHalfOpen: true });
      this.#keep(far);
      this.#far.add(far);
      far.once('close', () => {
        this.#far.delete(far);
        near.destroy();
      });
      near.once('close', () => far.destroy());
      far.write(first);
      near.pipe(far).pipe(near);
      if (this.#trouble === 'no-answers') far.pause();
    });
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }
}

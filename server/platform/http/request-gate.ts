import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from '#shared/limits.ts';

/** How long a client may leave a finished answer unread, in ms; then its connection is cut. */
const patienceMs = 60_000;

type Handle = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Lets a few requests of one connection run at once; those above wait, and then the connection is not read. Node hands
 * over every request that a client has sent ahead, and keeps their answers for a client that does not read them.
 */
export function gateRequests(handle: Handle, unreadMs = patienceMs): Handle {
  const pipelines = new WeakMap<Socket, Pipeline>();
  return (req, res) => {
    const { socket } = req;
    let pipeline = pipelines.get(socket);
    if (!pipeline) pipelines.set(socket, (pipeline = new Pipeline(socket, handle, unreadMs)));
    pipeline.take(req, res);
  };
}

class Pipeline {
  readonly #waiting: { req: IncomingMessage; res: ServerResponse }[] = [];
  #underWay = 0;
  #isHeld = false;

  constructor(
    private readonly socket: Socket,
    private readonly handle: Handle,
    private readonly unreadMs: number,
  ) {
    socket.once('close', () => this.#waiting.splice(0));
    // Node reads on by itself when an answer is finished.
    socket.on('resume', () => this.#isHeld && socket.pause());
  }

  take(req: IncomingMessage, res: ServerResponse): void {
    if (this.#underWay < limits.requestsUnderWay) return this.#begin(req, res);
    this.#waiting.push({ req, res });
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.socket.pause();
  }

  /** A request is under way until the network has taken its whole answer. */
  #begin(req: IncomingMessage, res: ServerResponse): void {
    this.#underWay += 1;
    let unread: NodeJS.Timeout | undefined;
    res.once('prefinish', () => {
      unread = setTimeout(() => this.socket.destroy(), this.unreadMs).unref();
    });
    res.once('close', () => {
      clearTimeout(unread);
      this.#underWay -= 1;
      this.#advance();
    });
    this.handle(req, res);
  }

  #advance(): void {
    const next = this.#waiting.shift();
    // Only the last of those that wait can lack a part of its body: with none left, the connection is read again.
    if (this.#waiting.length === 0 && this.#isHeld) {
      this.#isHeld = false;
      this.socket.resume();
    }
    if (next) this.#begin(next.req, next.res);
  }
}

import { WebSocket } from 'ws';
import { type Dialect, type DialectName, dialects, firstCall, type Person } from './dialects.ts';

const mark = Buffer.from('seq:');
const zero = 0x30;
const together = 50;

/** Every text is this long and carries its number, so that a delivery is recognised without parsing. */
export const textOf = (seq: number): string => `seq:${String(seq).padStart(8, '0')} `.padEnd(120, 'lorem ipsum ');

function seqIn(frame: Buffer): number {
  const at = frame.indexOf(mark);
  if (at === -1) return -1;
  let seq = 0;
  for (let i = at + 4; i < at + 12; i += 1) seq = seq * 10 + (frame[i] ?? zero) - zero;
  return seq;
}

/** Connected people. What they hear goes to `onEvent` and `onAck` with the number of the message. */
export class Crowd {
  readonly links: { socket: WebSocket; person: Person }[] = [];
  onEvent: (seq: number) => void = () => {};
  onAck: (link: number) => void = () => {};
  readonly #dialect: Dialect;
  #calls = firstCall;

  constructor(
    name: DialectName,
    private readonly port: number,
  ) {
    this.#dialect = dialects[name];
  }

  /** Resolves when all their streams are live. */
  async join(people: readonly Person[]): Promise<void> {
    for (let from = 0; from < people.length; from += together) {
      await Promise.all(people.slice(from, from + together).map((person) => this.#connect(person)));
    }
  }

  send(link: number, seq: number): void {
    const { socket, person } = this.#link(link);
    this.#dialect.send(socket, person, this.#calls, textOf(seq));
    this.#calls += 1;
  }

  leave(): void {
    for (const { socket } of this.links) socket.terminate();
    this.links.length = 0;
  }

  #link(index: number): { socket: WebSocket; person: Person } {
    const link = this.links[index];
    if (!link) throw new Error(`nobody has the number ${index}`);
    return link;
  }

  #connect(person: Person): Promise<void> {
    const socket = new WebSocket(this.#dialect.url(this.port, person), { perMessageDeflate: false });
    const index = this.links.push({ socket, person }) - 1;
    return new Promise((resolve, reject) => {
      socket.on('open', () => this.#dialect.begin(socket, person, index));
      socket.on('error', reject);
      socket.on('close', (code) => reject(new Error(`closed with ${code} while connecting`)));
      socket.on('message', (data: Buffer) => {
        try {
          if (!this.#dialect.greet(socket, data.toString(), person, index)) return;
        } catch (reason) {
          reject(reason);
        }
        socket.removeAllListeners('message').removeAllListeners('close');
        socket.on('message', (frame: Buffer) => this.#hear(index, frame));
        socket.on('close', (code) => fail(`a connection was closed with ${code}`));
        resolve();
      });
    });
  }

  #hear(index: number, frame: Buffer): void {
    if (this.#dialect.isAck(frame)) {
      if (this.#dialect.isRefusal(frame)) fail(frame.toString());
      this.onAck(index);
      return;
    }
    const seq = seqIn(frame);
    if (seq === -1) this.#dialect.keepAlive(this.#link(index).socket, frame);
    else this.onEvent(seq);
  }
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}

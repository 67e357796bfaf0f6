import { WebSocket, type ClientOptions } from 'ws';
import { patient } from './patience.ts';

/** A bare WebSocket that keeps the frames it was sent, for what no well-behaved client would do. */
export class Line {
  readonly frames: string[] = [];
  closed: number | null = null;
  readonly #wake = new Set<() => void>();

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => {
      this.frames.push(data.toString());
      this.#tell();
    });
    ws.on('close', (code) => {
      this.closed = code;
      this.#tell();
    });
    ws.on('error', () => undefined);
  }

  /** Connects and signs in by `token`, as tRPC's client does; with null it announces that and sends nothing. */
  static async open(url: string, token: string | null, options: ClientOptions = {}): Promise<Line> {
    const ws = new WebSocket(`${url.replace('http', 'ws')}?connectionParams=1`, options);
    const line = new Line(ws);
    await new Promise<void>((resolve, reject) => {
      ws.once('open', resolve);
      ws.once('error', reject);
    });
    if (token !== null) line.send({ method: 'connectionParams', data: { token } });
    return line;
  }

  send(frame: unknown): void {
    this.ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  subscribe(id: number, path: string, input: unknown = {}): void {
    this.send({ id, method: 'subscription', params: { path, input } });
  }

  async until(enough: (line: this) => boolean, ms = patient(30_000)): Promise<this> {
    const late = Date.now() + ms;
    while (!enough(this)) {
      const left = late - Date.now();
      if (left <= 0) throw new Error(`only ${this.frames.length} frames, the last ${this.frames.at(-1) ?? 'none'}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this;
  }

  /** Frames of one request, without the one that says it has started. */
  of(id: number): string[] {
    return this.frames.filter((frame) => frame.startsWith(`{"id":${id},`) && !frame.includes('"type":"started"'));
  }

  #tell(): void {
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }
}

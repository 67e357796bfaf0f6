import { createServer, type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Child } from './child.ts';

const sample = z.object({
  cpuSeconds: z.number(),
  rssBytes: z.number(),
  peakBytes: z.number(),
  /** JavaScript's heap, and the buffers it holds outside. */
  heapBytes: z.number(),
  delayP50: z.number(),
  delayP99: z.number(),
  delayMax: z.number(),
  waitedSeconds: z.number(),
});
/** What a server says of itself; delays of its event loop in ms since the last `reset`. */
export type Sample = z.infer<typeof sample>;

export interface ServerOptions {
  entry: string;
  env?: Record<string, string>;
  nodeOptions?: readonly string[];
  /** Not kept on the first core: its other threads may run beside the first. */
  roams?: boolean;
}

/** A server under measurement, kept on the first core unless it roams; the load generator is on the second. */
export class MeasuredServer {
  private constructor(
    readonly port: number,
    private readonly child: Child,
  ) {}

  static async start({ entry, env = {}, nodeOptions = [], roams = false }: ServerOptions): Promise<MeasuredServer> {
    const port = await freePort();
    const child = new Child({
      entry,
      preload: ['bench/measure/probe.ts'],
      nodeOptions: ['--expose-gc', ...nodeOptions],
      env: { HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error', ...env },
      core: roams ? null : 0,
    });
    const server = new MeasuredServer(port, child);
    await Promise.all([child.ask('sample'), listening(port)]);
    return server;
  }

  /** `reset` also forgets the delays so far; `collect` collects garbage first. */
  async sample(command: 'sample' | 'reset' | 'collect'): Promise<Sample> {
    return sample.parse(await this.child.ask(command));
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return isAddress(address) ? address.port : 0;
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await wait(100);
  }
  throw new Error(`nothing listens on port ${port} after 30 s`);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#scripts/terminal.mjs';
import { password } from './people.ts';

/** Tests type faster than people; what they test is not how fast one may. */
const rates = { SEND_RATE: '1000000', CHANGE_RATE: '1000000', LOGIN_RATE: '1000000', REGISTER_RATE: '1000000' };
/** pino's number for an error. */
const errorLevel = 50;

/** The built server as it runs in production, on a data folder of its own. */
export class TestServer {
  /** What the server reported as an error, line by line. */
  readonly errors: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #port = 0;

  /** `env` is added to the server's own. */
  constructor(env: Record<string, string> = {}) {
    this.#env = env;
  }

  /** Once it runs; the same after a restart. */
  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Fills its data folder with a demo workspace, before the first start. Everyone's password is that of all tests. */
  async seed(messages: number, people: number): Promise<void> {
    const size = ['--messages', String(messages), '--people', String(people), '--rooms', '6', '--password', password];
    const seeding = spawn(process.execPath, ['--import', 'tsx', 'server/seed.ts', ...size], {
      cwd: root,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], DATA_DIR: this.#folder },
    });
    const [code] = await once(seeding, 'exit');
    if (code !== 0) throw new Error(`The seed ended with ${code}.`);
  }

  /** Starts it, on the port it had before if it ran before, and waits until it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
        ...rates,
        ...this.#env,
      },
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.errors.push(line));
    this.#port = await new Promise<number>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /is ready: \S+:(\d+)$/.exec(line);
        if (ready) resolve(Number(ready[1]));
        else if (levelOf(line) >= errorLevel) this.errors.push(line);
      });
      child.once('exit', (code, signal) => {
        if (this.#child !== child) return;
        this.errors.push(`the server ended by itself with ${signal ?? code}`);
        reject(new Error(this.errors.join('\n')));
      });
    });
  }

  /** Ends it as a service manager does: it says good-bye to everyone. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a power cut does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Ends it and clears its data away. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

function levelOf(line: string): number {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null && 'level' in entry ? Number(entry.level) : 0;
  } catch {
    return 0;
  }
}

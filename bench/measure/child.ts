import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

export interface ChildOptions {
  /** TypeScript file to run, and modules to load before it; paths from the project's root. */
  entry: string;
  preload?: readonly string[];
  nodeOptions?: readonly string[];
  env?: Record<string, string>;
  /** The processor core it is kept on, where `taskset` exists and there is more than one. */
  core: 0 | 1 | null;
}

const reply = z.object({ id: z.number(), answer: z.unknown().optional(), error: z.string().optional() });
const canPin = spawnSync('taskset', ['-c', '1', 'true']).status === 0;

/** A process of the bench's own, asked over IPC and ended with the bench. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  #asked = 0;

  constructor({ entry, preload = [], nodeOptions = [], env = {}, core }: ChildOptions) {
    const imports = ['tsx', ...preload.map((file) => `./${file}`)].flatMap((name) => ['--import', name]);
    const node = [process.execPath, ...nodeOptions, ...imports, entry];
    const [command = '', ...rest] = canPin && core !== null ? ['taskset', '-c', String(core), ...node] : node;
    this.#process = spawn(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    this.#process.on('message', (message) => this.#settle(message));
    this.#process.on('exit', (code) => this.#fail(new Error(`${entry} ended with ${code}`)));
  }

  ask(command: unknown): Promise<unknown> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, command });
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(timer);
  }

  #settle(message: unknown): void {
    const { id, answer, error } = reply.parse(message);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(error));
  }

  #fail(reason: Error): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

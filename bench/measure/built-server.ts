import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const owner = 'demo';
const password = 'correct horse battery';

/** The folder of this project, or of an earlier commit of it in a temporary one that is kept; built. */
export function builtCommit(commit: string | null): string {
  const root = resolve('.');
  const folder = commit === null ? root : join(tmpdir(), `parley-${commit}`);
  if (commit !== null && !existsSync(folder)) checkOut(root, folder, commit);
  if (commit === null || !existsSync(join(folder, 'dist', 'server', 'main.js'))) run(folder, 'npm', ['run', 'build']);
  return folder;
}

/** The files of a commit. Its own build installs its packages. */
function checkOut(root: string, folder: string, commit: string): void {
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 28 });
  if (archive.status !== 0) throw new Error(`commit ${commit} is not in this clone: ${archive.stderr.toString()}`);
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  if (unpacked.status !== 0) throw new Error(`commit ${commit} could not be unpacked`);
}

function run(cwd: string, command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}`);
}

/** A built server on a copy of a seeded data folder, and the session's cookie of its owner. */
export class BuiltServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** `name=value`. */
    readonly cookie: string,
  ) {}

  static async start(root: string, data: string): Promise<BuiltServer> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: data },
    });
    const port = await new Promise<string>((found, failed) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /is ready: \S+:(\d+)$/.exec(line)?.[1];
        if (ready) found(ready);
      });
      child.once('exit', (code) => failed(new Error(`the server of ${root} ended with ${code}`)));
    });
    const url = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${url}/trpc/auth.login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: owner, password }),
    });
    return new BuiltServer(child, url, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

/** The same conversation for every server: each migrates its own copy, seeded by the earliest of them. */
export function seeded(root: string, folder: string): string {
  const data = join(folder, 'data');
  const size = ['--messages', '5000', '--people', '60', '--rooms', '8', '--password', password];
  const args = ['--import', 'tsx', 'server/seed.ts', ...size];
  const env = { ...process.env, DATA_DIR: resolve(data) };
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error('the seed failed');
  return data;
}

export function copyOf(data: string, name: string): string {
  const copy = resolve(`${data}-${name}`);
  cpSync(data, copy, { recursive: true });
  return copy;
}

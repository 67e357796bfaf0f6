import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { folderOfPrograms } from './server-process.ts';

export interface Ended {
  status: number | null;
  /** What it wrote to its error output, line by line. */
  complaints: string[];
  output: string;
}

/** Runs a program that `buildPrograms` has built to its end, in an environment of its own; `uid` is another account. */
export async function run(
  program: 'main' | 'seed',
  env: Record<string, string>,
  { args = [], uid }: { args?: string[]; uid?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [`${folderOfPrograms}/${program}.js`, ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [complaints, output] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'close')]);
  return { status: child.exitCode, complaints: complaints.split('\n').filter(Boolean), output };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server process over a data folder, to be killed. */
export interface Mortal {
  url: string;
  /** Ends it at once, without any chance to tidy up. */
  kill(): Promise<void>;
}

export async function startMortal(folder: string): Promise<Mortal> {
  const env = { ...process.env, DATA_DIR: folder, REGISTRATION: 'open', LOG_LEVEL: 'error', SEND_RATE: '1000000' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/testing/child.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await firstLine(child);
  const gone = once(child, 'exit');
  return {
    url: `http://127.0.0.1:${port}/trpc`,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (said.includes('\n')) return said.trim();
  }
  throw new Error('the server ended before it was ready');
}

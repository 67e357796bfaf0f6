import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from 'vite';

/** Beside the packages it imports, and out of the way. */
const folderOfProgram = 'node_modules/.parley-crash';

/** A server process over a data folder, to be killed. */
export interface Mortal {
  url: string;
  /** Ends it at once, without any chance to tidy up. */
  kill(): Promise<void>;
}

/** Makes one file of the server, because compiling it at each of many starts takes longer than all else. */
export async function buildMortal(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'server/testing/child.ts', outDir: folderOfProgram, emptyOutDir: true, minify: false },
  });
}

export async function startMortal(folder: string): Promise<Mortal> {
  const env = { ...process.env, DATA_DIR: folder, REGISTRATION: 'open', LOG_LEVEL: 'error', SEND_RATE: '1000000' };
  const child = spawn(process.execPath, [`${folderOfProgram}/child.js`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const port = await firstLine(child);
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

import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { build } from 'vite';

/** Beside the packages they import, and out of the way; one for each of the test runner's workers, which build at once. */
export const folderOfPrograms = `node_modules/.parley-programs/${process.env['VITEST_POOL_ID'] ?? 0}`;
const programs = ['server/testing/child.ts', 'server/main.ts', 'server/seed.ts'];

/** A server process over a data folder, to be killed. */
export interface ServerProcess {
  url: string;
  /** Ends it at once, without any chance to tidy up. */
  kill(): Promise<void>;
  /** Makes it throw, or reject, where nothing catches it; resolves to its status and what it logged. */
  fail(how: 'throw' | 'reject'): Promise<{ status: number | null; log: string[] }>;
}

/** Compiles the programs once, because doing so at each of many starts takes longer than all else. */
export async function buildPrograms(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      rollupOptions: { input: programs },
      outDir: folderOfPrograms,
      emptyOutDir: true,
      minify: false,
    },
  });
}

export async function startServerProcess(folder: string): Promise<ServerProcess> {
  const env = { ...process.env, DATA_DIR: folder, REGISTRATION: 'open', LOG_LEVEL: 'error', SEND_RATE: '1000000' };
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', 'ipc'];
  const child = spawn(process.execPath, [`${folderOfPrograms}/child.js`], { env, stdio });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout ?? Readable.from([]) });
  const log: string[] = [];
  const ready = once(lines, 'line');
  lines.on('line', (line) => log.push(line));
  const [port] = await Promise.race([ready, gone.then(() => [])]);
  if (port === undefined) throw new Error('the server ended before it was ready');
  log.length = 0;
  return {
    url: `http://127.0.0.1:${port}/trpc`,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    fail: async (how) => {
      const all = once(lines, 'close');
      child.send(how);
      await Promise.all([gone, all]);
      return { status: child.exitCode, log };
    },
  };
}

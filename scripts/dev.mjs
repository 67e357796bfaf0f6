import { spawn } from 'node:child_process';
import { binOf, ensureDependencies } from './dependencies.mjs';
import { root } from './terminal.mjs';

ensureDependencies('develop');
const server = spawn(
  process.execPath,
  [binOf('tsx'), 'watch', '--clear-screen=false', 'server/main.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', (code) => process.exit(code ?? 0));

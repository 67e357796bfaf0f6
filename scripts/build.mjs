import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { binOf, ensureDependencies } from './dependencies.mjs';
import { root, runNode, say } from './terminal.mjs';
import { sourceVersion } from './version.mjs';

const stamp = join(root, 'dist', 'version');

/** Builds dist/client and dist/server, unless they were built from these very sources. Exits on failure. */
export function ensureBuild() {
  if (builtVersion() !== sourceVersion() && !build()) process.exit(1);
}

/** @returns {boolean} whether both halves were built and the page's files compressed */
export function build() {
  const version = sourceVersion();
  say(`Building version ${version} …`);
  rmSync(stamp, { force: true });
  const vite = binOf('vite');
  const quiet = ['--logLevel', 'warn'];
  for (const half of [['build'], ['build', '--ssr', 'server/main.ts']]) {
    if (runNode(vite, [...half, ...quiet], { NODE_ENV: 'production' }) !== 0) {
      say(`vite ${half.join(' ')} failed; its message is above.`);
      return false;
    }
  }
  if (runNode(join(root, 'scripts', 'compress.mjs'), [join(root, 'dist', 'client')]) !== 0) return false;
  // Last, so that a build that was interrupted is not taken for a whole one.
  writeFileSync(stamp, version);
  return true;
}

function builtVersion() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureDependencies('run');
  process.exit(build() ? 0 : 1);
}

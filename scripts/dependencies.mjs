import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run, say } from './terminal.mjs';

/**
 * Installs what package-lock.json names when node_modules lacks it or holds other versions, and compiles
 * SQLite again after a change of Node. Exits with npm's own words when that fails.
 * @param {'run' | 'develop'} purpose what runs and builds the product, or also what tests and changes it
 */
export function ensureDependencies(purpose) {
  const { complete, started, developing } = compareWithLock(purpose);
  if (!complete) {
    say('Installing dependencies …');
    // `npm ci` deletes node_modules first: SQLite would be compiled again.
    const command = started ? ['install', '--no-save'] : ['ci'];
    npm(...command, purpose === 'develop' || developing ? '--include=dev' : '--omit=dev', '--loglevel=error');
  }
  if (!sqliteLoads()) {
    say(`Compiling SQLite for Node ${process.versions.node} …`);
    npm('rebuild', 'better-sqlite3', '--loglevel=error');
  }
}

/**
 * npm keeps beside the packages a copy of the lock file they came from: no stamp of our own is needed.
 * @param {'run' | 'develop'} purpose
 * @returns whether all that the purpose needs is installed, whether anything is, and whether tools of development are
 */
function compareWithLock(purpose) {
  const wanted = lockedVersions('package-lock.json') ?? {};
  const present = lockedVersions('node_modules/.package-lock.json');
  const complete = Object.entries(wanted).every(([path, entry]) => {
    const needed = purpose === 'develop' || !(entry.dev || entry.devOptional);
    if (path === '' || !needed || (entry.optional && !present?.[path])) return true;
    return present?.[path]?.version === entry.version;
  });
  const developing = Object.values(present ?? {}).some(({ dev }) => dev);
  return { complete: present !== undefined && complete, started: present !== undefined, developing };
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }> | undefined}
 */
function lockedVersions(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** A process of its own, because a native module that failed to load stays broken in the process that tried. */
function sqliteLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** @param {string[]} args */
function npm(...args) {
  const cli = process.env['npm_execpath'];
  const status = cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (status !== 0) {
    say(`npm ${args[0]} failed; its message is above.`);
    process.exit(status);
  }
}

/**
 * The file that a package's command runs, for starting it with this very Node.
 * @param {string} name package name
 * @param {string} [command] name in the package's "bin"; the package's own name when not given
 */
export function binOf(name, command = name) {
  const require = createRequire(join(root, 'package.json'));
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin } = require(manifest);
  return join(root, 'node_modules', name, typeof bin === 'string' ? bin : bin[command]);
}

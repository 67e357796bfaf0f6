import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './terminal.mjs';

const builtFrom = ['client', 'server', 'shared', 'scripts', 'package.json', 'package-lock.json', 'vite.config.ts'];

/**
 * Names a build by what it is made of, so that client and server of one build carry the same version, a
 * changed file gives another, and the same sources give the same on every machine, with or without git.
 * @returns {string} 12 hexadecimal digits
 */
export function sourceVersion() {
  const hash = createHash('sha256');
  for (const file of builtFrom.flatMap(filesIn)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * @param {string} path a folder or a file, from the root
 * @returns {string[]} its files in a stable order, tests left out
 */
function filesIn(path) {
  if (/\.(json|ts)$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .toSorted();
}

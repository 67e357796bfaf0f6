import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './terminal.mjs';

const names = z.record(z.string(), z.string()).optional();
const lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), optionalDependencies: names })),
});

/** npm leaves out what the machine that wrote the lock file could not download; `npm ci` then fails on every machine. */
it('the lock file names the binaries of every platform', () => {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !foldersUp(path).some((up) => `${up}node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

/** `node_modules/a/node_modules/b` → that folder, `node_modules/a/` and the root, where Node looks for packages. */
function foldersUp(path: string): string[] {
  if (path === '') return [''];
  return [`${path}/`, ...foldersUp(path.slice(0, Math.max(path.lastIndexOf('node_modules/') - 1, 0)))];
}

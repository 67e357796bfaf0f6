import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The given secret, or one made once and kept in the data folder, readable by its owner only. */
export function loadSecret(given: string | undefined, folder: string): string {
  if (given) return given;
  const file = join(folder, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (reason) {
    if (!(reason instanceof Error && 'code' in reason && reason.code === 'EEXIST')) throw reason;
  }
  return readFileSync(file, 'utf8').trim();
}

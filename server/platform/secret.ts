import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The given secret, or one made once and kept in the data folder, readable by its owner only. */
export function loadSecret(given: string | undefined, folder: string): string {
  return given ?? kept(folder) ?? make(folder);
}

function kept(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'secret'), 'utf8').trim();
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null;
    throw reason;
  }
}

/** Put in place complete, because a server killed here must not leave an empty secret behind. */
function make(folder: string): string {
  const draft = join(folder, `secret-${process.pid}`);
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(draft, secret, { mode: 0o600 });
  try {
    linkSync(draft, join(folder, 'secret'));
    return secret;
  } finally {
    rmSync(draft);
  }
}

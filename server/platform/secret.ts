import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, StartError } from './start-error.ts';

/** Characters a secret has at least, given or kept. */
export const shortestSecret = 32;

/** The given secret, or one made once and kept in the data folder, readable by its owner only. */
export function loadSecret(given: string | undefined, folder: string): string {
  return given ?? kept(join(folder, 'secret')) ?? make(folder);
}

/** Throws `StartError` for a file that is cut short: an empty key would let everybody make session tokens. */
function kept(file: string): string | null {
  const secret = read(file);
  if (secret === null || secret.length >= shortestSecret) return secret;
  throw new StartError(
    `${file} holds fewer than ${shortestSecret} characters. Restore it from a backup, or delete it: then everybody signs in anew.`,
  );
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null;
    throw new StartError(`${file} cannot be read: ${messageOf(reason)}. Give it to this account, or set SECRET.`);
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

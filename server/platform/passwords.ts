import { hash, verify } from '@node-rs/argon2';
import { AppError } from '#shared/errors.ts';
import { limits, nameKey } from '#shared/limits.ts';

/** Argon2id with OWASP's parameters: 19 MiB, two passes, one lane; it runs off the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** What people choose when only length is asked of them. */
const common =
  /^(?:(.)\1*|(?:0?123456789|1234567890|qwertyuiop|password|passw0rd|letmein|iloveyou|administrator|welcome)[\d!@#$.]*)$/i;

let decoy: Promise<string> | null = null;

/** One form for all spellings: a keyboard may send é as one character or as two. */
const normal = (password: string): string => password.normalize('NFKC');

/** Throws `password_weak` for one that is too short, too common, or the person's own name. */
export function assertStrongPassword(typed: string, name: string): void {
  const { min, max } = limits.password;
  const password = normal(typed);
  const weak = password.length < min || common.test(password) || nameKey(password) === nameKey(name);
  if (weak) throw new AppError('password_weak', { field: 'password', limit: min });
  if (password.length > max) throw new AppError('invalid_input', { field: 'password', limit: max });
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

/** Takes as long for `null`, a name nobody has, as for a wrong password. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const against = stored ?? (await decoy);
  let matches = await verify(against, normal(password));
  // Hashes made before normalising are of the form that was typed.
  if (!matches && password !== normal(password)) matches = await verify(against, password);
  return stored !== null && matches;
}

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { limits, userNamePattern } from '#shared/limits.ts';

export const usage = `npm run seed -- [options]   fills DATA_DIR (default: data) with a demo workspace; stop the server first
  --messages <n>     how many messages (default 10000, at most 5000000)
  --people <n>       how many people, the owner included (default 40, 2 to 5000)
  --rooms <n>        how many rooms, #general and direct ones included (default 25, 1 to 1000)
  --seed <n>         the same number makes the same workspace (default 1)
  --owner <name>     the owner's name to log in with (default demo)
  --password <text>  everyone's password (made up and told at the end when not given)
  --replace          throws away the workspace that DATA_DIR holds already`;

const whole = (name: string, low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `--${name} must be a whole number`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `--${name} must be between ${low} and ${high}`);

const options = z.object({
  messages: whole('messages', 0, 5_000_000).prefault('10000'),
  people: whole('people', 2, 5_000).prefault('40'),
  rooms: whole('rooms', 1, 1_000).prefault('25'),
  seed: whole('seed', 0, 999_999_999).prefault('1'),
  owner: z
    .string()
    .regex(userNamePattern, '--owner may hold letters, digits, “.”, “_” and “-”')
    .min(limits.userName.min, `--owner needs at least ${limits.userName.min} characters`)
    .max(limits.userName.max, `--owner may have at most ${limits.userName.max} characters`)
    .default('demo'),
  password: z
    .string()
    .max(limits.password.max, `--password may have at most ${limits.password.max} characters`)
    .optional(),
  replace: z.boolean().default(false),
  help: z.boolean().default(false),
});

export type SeedOptions = z.infer<typeof options>;

/** Thrown for what the person who typed the command can correct; its message is one line. */
export class SeedError extends Error {}

/** Reads the command line; throws `SeedError` for an unknown option or a wrong value. */
export function readOptions(args: string[]): SeedOptions {
  const parsed = options.safeParse(valuesOf(args));
  if (parsed.success) return parsed.data;
  throw new SeedError(parsed.error.issues.map((issue) => issue.message).join('; '));
}

function valuesOf(args: string[]): Record<string, string | boolean | undefined> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: {
        messages: text,
        people: text,
        rooms: text,
        seed: text,
        owner: text,
        password: text,
        replace: flag,
        help: flag,
      },
    }).values;
  } catch (reason) {
    throw new SeedError(reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason));
  }
}

import { z } from 'zod';
import { registrationMode } from '#shared/auth.ts';
import { shortestSecret } from './secret.ts';
import { StartError } from './start-error.ts';

const whole = (min: number, max: number, rule: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .pipe(z.number().min(min, rule).max(max, rule));
const port = whole(0, 65_535, 'must be a whole number from 0 to 65535');
const positive = whole(1, 999_999_999, 'must be a whole number of at least 1');
const oneOf = <const V extends string>(...values: V[]) => z.enum(values, `must be one of ${values.join(', ')}`);
const page = z.url({ protocol: /^https?$/, error: 'must be an address such as https://chat.example.org' });

const environment = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: port.default(3_000),
  /** The one folder that holds everything: database and secret. */
  DATA_DIR: z.string().min(1).default('data'),
  /** The address people open, for links and for the origin check; found from the request when not given. */
  PUBLIC_URL: page.optional(),
  /** Who may register at first; later the owner's setting counts. */
  REGISTRATION: oneOf(...registrationMode.options).default('invite'),
  /** Signs nothing readable: it keys the hashes of session tokens. Made once and kept when not given. */
  SECRET: z.string().min(shortestSecret, `must have at least ${shortestSecret} characters`).optional(),
  LOG_LEVEL: oneOf('silent', 'error', 'warn', 'info', 'debug').default('info'),
  /** Behind a reverse proxy: take the caller's address from X-Forwarded-For. */
  TRUST_PROXY: oneOf('on', 'off').default('off'),
  /** Messages one person may send in 10 seconds. */
  SEND_RATE: positive.default(50),
  /** Other changes one person may make in 10 seconds. */
  CHANGE_RATE: positive.default(200),
  /** People that one person may bring into rooms in 10 minutes. */
  INVITE_RATE: positive.default(500),
  /** Reads one person may make in 10 seconds, and one address where nobody has signed in. */
  READ_RATE: positive.default(2_000),
  /** Failed log-ins of one account, and ten times as many of one address, in 10 minutes. */
  LOGIN_RATE: positive.default(10),
  /** Registrations from one address in an hour. */
  REGISTER_RATE: positive.default(20),
  /** Days the log keeps events for returning clients. */
  LOG_DAYS: positive.default(30),
  /** Days after its last use that a session ends. */
  SESSION_DAYS: positive.default(90),
  /** Who writes the live frames of a WebSocket: the server's own writer, or tRPC's adapter. */
  WIRE: oneOf('fast', 'plain').default('fast'),
  NODE_ENV: oneOf('production', 'development', 'test').default('production'),
});

export type Environment = z.infer<typeof environment>;

/** Thrown when a variable has a wrong value. */
export class ConfigError extends StartError {}

/** Reads the configuration once; empty variables count as not given. */
export function readConfig(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Map(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
  const faults = [...wrong].map(([name, rule]) => `${name} ${rule}${shown(name, given[name])}`);
  throw new ConfigError(`${faults.join('; ')}. Correct the environment, or leave it out to use the default.`);
}

/** Terminals and logs must not learn the secret. */
const shown = (name: string, value: string | undefined): string =>
  name === 'SECRET' ? '' : `, but is ${JSON.stringify(value)}`;

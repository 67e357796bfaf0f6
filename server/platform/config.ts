import { z } from 'zod';
import { registrationMode } from '#shared/auth.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const positive = z.coerce.number().int().min(1);
const flag = z.enum(['on', 'off']);

const environment = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: port.default(3000),
  /** The one folder that holds everything: database and secret. */
  DATA_DIR: z.string().min(1).default('data'),
  /** The address people open, for links and for the origin check; found from the request when not given. */
  PUBLIC_URL: z.url().optional(),
  /** Who may register at first; later the owner's setting counts. */
  REGISTRATION: registrationMode.default('invite'),
  /** Signs nothing readable: it keys the hashes of session tokens. Made once and kept when not given. */
  SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Behind a reverse proxy: take the caller's address from X-Forwarded-For. */
  TRUST_PROXY: flag.default('off'),
  /** Messages one person may send in 10 seconds. */
  SEND_RATE: positive.default(50),
  /** Other changes one person may make in 10 seconds. */
  CHANGE_RATE: positive.default(200),
  /** Failed log-ins of one account, and ten times as many of one address, in 10 minutes. */
  LOGIN_RATE: positive.default(10),
  /** Registrations from one address in an hour. */
  REGISTER_RATE: positive.default(20),
  /** Days the log keeps events for returning clients. */
  LOG_DAYS: positive.default(30),
  /** Days after its last use that a session ends. */
  SESSION_DAYS: positive.default(90),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
});

export type Environment = z.infer<typeof environment>;

/** Thrown when a variable has a wrong value; its message is one line for the person who starts the server. */
export class ConfigError extends Error {}

/** Reads the configuration once; empty variables count as not given. */
export function readConfig(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `${name}=${given[name] ?? ''}: ${issue.message}`;
  });
  throw new ConfigError(`Wrong configuration. ${lines.join('; ')}`);
}

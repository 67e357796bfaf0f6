import { parse, serialize } from 'cookie';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#server/platform/config.ts';
import type { CookieJar } from '#server/platform/trpc/context.ts';
import { plainAddress } from './address.ts';

/** As long as browsers keep a cookie, in seconds: the server ends sessions, and their use over a socket sets no cookie. */
const cookieSeconds = 400 * 86_400;
/** With https the name says that no other host of the domain can have set it. */
const cookieNames = { https: '__Host-parley_session', http: 'parley_session' };

type ProxyConfig = Pick<Environment, 'TRUST_PROXY' | 'PUBLIC_URL'>;

/** The first value of a header that may come several times. */
export function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The caller's address: the nearest one that the trusted proxy saw, else the socket's. */
export function addressOf(req: IncomingMessage, config: ProxyConfig): string {
  const forwarded = config.TRUST_PROXY === 'on' ? header(req, 'x-forwarded-for') : undefined;
  return plainAddress(forwarded?.split(',').at(-1)) ?? plainAddress(req.socket.remoteAddress) ?? 'unknown';
}

/** A browser and system in a few words, from the User-Agent. */
export function deviceOf(req: IncomingMessage): string {
  const agent = header(req, 'user-agent') ?? '';
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`));
  const system = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS X', 'Linux'].find((name) => agent.includes(name));
  if (!browser) return agent.slice(0, 60) || 'Unknown';
  const known: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS' };
  return [browser, system].flatMap((name) => (name ? [known[name] ?? name] : [])).join(' · ');
}

/** The token of the session that asks: a bearer's own, or a browser's cookie. */
export function tokenOf(req: IncomingMessage, config: ProxyConfig): string | null {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token) return token;
  return parse(req.headers.cookie ?? '')[cookieNames[schemeOf(req, config)]] ?? null;
}

/** How the browser reached the server, as far as the configuration lets us know. */
function schemeOf(req: IncomingMessage, { PUBLIC_URL, TRUST_PROXY }: ProxyConfig): 'https' | 'http' {
  if (PUBLIC_URL) return PUBLIC_URL.startsWith('https:') ? 'https' : 'http';
  return TRUST_PROXY === 'on' && header(req, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
}

/**
 * Requests from pages of other sites carry their origin; those without one do not come from a page. With PUBLIC_URL its
 * origin alone counts; without it the request's own host does, which a rebound name of a foreign site could have too.
 */
export function isSameOrigin(req: IncomingMessage, config: ProxyConfig): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host, protocol, origin: own } = new URL(origin);
  if (config.PUBLIC_URL) return own === new URL(config.PUBLIC_URL).origin;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const forwarded = config.TRUST_PROXY === 'on' ? header(req, 'x-forwarded-host') : undefined;
  return [req.headers.host, forwarded].includes(host);
}

/** Sets and clears the session's cookie on this answer. */
export function cookieJar(req: IncomingMessage, res: ServerResponse, config: ProxyConfig): CookieJar {
  const scheme = schemeOf(req, config);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: scheme === 'https' } as const;
  const put = (value: string, maxAge: number) =>
    res.setHeader('Set-Cookie', serialize(cookieNames[scheme], value, { ...options, maxAge }));
  return { set: (token) => put(token, cookieSeconds), clear: () => put('', 0) };
}

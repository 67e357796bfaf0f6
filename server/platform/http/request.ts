import { parse, serialize } from 'cookie';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#server/platform/config.ts';
import type { CookieJar } from '#server/platform/trpc/context.ts';

const cookieName = 'parley_session';
const day = 86_400;

type ProxyConfig = Pick<Environment, 'TRUST_PROXY' | 'PUBLIC_URL'>;

/** The first value of a header that may come several times. */
export function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The caller's address: the nearest one that the trusted proxy saw, else the socket's. */
export function addressOf(req: IncomingMessage, config: ProxyConfig): string {
  const forwarded = config.TRUST_PROXY === 'on' ? header(req, 'x-forwarded-for') : undefined;
  return forwarded?.split(',').at(-1)?.trim() || (req.socket.remoteAddress ?? 'unknown');
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
export function tokenOf(req: IncomingMessage): string | null {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token) return token;
  return parse(req.headers.cookie ?? '')[cookieName] ?? null;
}

/** Requests from pages of other sites carry their origin; those without one do not come from a page. */
export function isSameOrigin(req: IncomingMessage, config: ProxyConfig): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const forwarded = config.TRUST_PROXY === 'on' ? header(req, 'x-forwarded-host') : undefined;
  const own = config.PUBLIC_URL ? new URL(config.PUBLIC_URL).host : undefined;
  return [req.headers.host, forwarded, own].includes(host);
}

/** Sets and clears the session's cookie on this answer. */
export function cookieJar(
  req: IncomingMessage,
  res: ServerResponse,
  config: ProxyConfig & Pick<Environment, 'SESSION_DAYS'>,
): CookieJar {
  const proxied = config.TRUST_PROXY === 'on' && header(req, 'x-forwarded-proto') === 'https';
  const secure = proxied || (config.PUBLIC_URL?.startsWith('https:') ?? false);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  const put = (value: string, maxAge: number) =>
    res.setHeader('Set-Cookie', serialize(cookieName, value, { ...options, maxAge }));
  return { set: (token) => put(token, config.SESSION_DAYS * day), clear: () => put('', 0) };
}

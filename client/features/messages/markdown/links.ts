import { displayedHost } from './hosts.ts';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address if it leads to the web or to a mailbox; null for everything else, `javascript:` above all. */
export function safeUrl(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && schemes.has(url.protocol) ? url : null;
}

const longestPath = 40;

/** `https://Example.com/` and `example.com` are one and the same to a reader. */
const comparable = (address: string) =>
  address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/iu, '')
    .replace(/\/$/u, '')
    .toLowerCase();

/** Where a link really leads, where the words it is shown with do not say so. */
export function targetNote(shown: string, address: string, url: URL): string | null {
  if (url.protocol === 'mailto:') return comparable(shown) === comparable(url.href) ? null : url.pathname;
  const host = displayedHost(url, address);
  const said = comparable(shown);
  const path = url.pathname + url.search + url.hash;
  const written = /^[^/?#]*/u.exec(said)?.[0].replace(/:\d*$/u, '');
  if (written !== host) return host;
  if (said === comparable(address) || path === '/') return null;
  const chars = [...path];
  return host + (chars.length > longestPath ? `${chars.slice(0, longestPath).join('')}…` : path);
}

import { hostEnd, mailHostEnd } from './hosts.ts';
import { safeUrl } from './links.ts';
import { pathEnd } from './url-path.ts';

/** An address written bare in a text: where it is (UTF-16 offsets), and where it leads. */
export interface FoundLink {
  start: number;
  end: number;
  address: string;
}

const candidate = /https?:\/\/|www\.|@/giu;
const latinBefore = /[\p{Script=Latin}\p{Nd}]$/u;

/** Addresses of the web and of mailboxes that are written bare, in order. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(candidate)) {
    if (index < done) continue;
    const link = sign === '@' ? mailAt(text, index, done) : webAt(text, index, sign);
    if (!link) continue;
    found.push(link);
    done = link.end;
  }
  return found;
}

function webAt(text: string, start: number, sign: string): FoundLink | null {
  const before = text[start - 1] ?? '';
  const withScheme = sign.includes(':');
  if (latinBefore.test(before) || (!withScheme && /[./@:\\-]/u.test(before))) return null;
  const host = hostEnd(text, withScheme ? start + sign.length : start, withScheme);
  if (host === null) return null;
  const end = pathEnd(text, start, host);
  const written = text.slice(start, end);
  if (!withScheme && !/^www\.[^.]+\.\p{L}/iu.test(written)) return null;
  const address = withScheme ? written : `https://${written}`;
  return safeUrl(address) ? { start, end, address } : null;
}

const longestLocalPart = 64;
const localPart = /[a-z\d](?:[\w.%+-]*[\w%+-])?$/iu;

function mailAt(text: string, at: number, from: number): FoundLink | null {
  const local = localPart.exec(text.slice(Math.max(from, at - longestLocalPart), at))?.[0];
  const end = mailHostEnd(text, at + 1);
  if (!local || local.includes('..') || end === null) return null;
  const start = at - local.length;
  if (/[a-z\d@/:.\\]/iu.test(text[start - 1] ?? '') || /^(?:[@/]|:\S)/u.test(text.slice(end, end + 2))) return null;
  return { start, end, address: `mailto:${text.slice(start, end)}` };
}

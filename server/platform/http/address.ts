import { isIP, isIPv4 } from 'node:net';

const mappedIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address as it is stored: an IPv4 one that comes in IPv6's form as IPv4, without a zone. Null for what is none. */
export function plainAddress(given: string | undefined): string | null {
  const address = given?.trim().replace(/%.*$/, '') ?? '';
  const plain = mappedIPv4.exec(address)?.[1] ?? address;
  return isIP(plain) === 0 ? null : plain.toLowerCase();
}

/** What counts as one place in limits: an IPv4 address, or the /64 network of an IPv6 one, which is one subscriber's. */
export function networkOf(address: string): string {
  const plain = plainAddress(address) ?? address;
  if (isIPv4(plain) || isIP(plain) === 0) return plain;
  const [before = '', after = ''] = plain.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const missing = Math.max(0, 8 - groups(before).length - groups(after).length);
  const all = [...groups(before), ...Array<string>(missing).fill('0'), ...groups(after)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

import { describe, expect, test } from 'vitest';
import { networkOf, plainAddress } from './address.ts';

describe('an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.1'],
    [' 2001:DB8:0:1:aaaa::1 ', '2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['2001:0db8:0000:0001::2', '2001:0db8:0000:0001::2', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80::1', 'fe80:0:0:0::/64'],
    ['::1', '::1', '0:0:0:0::/64'],
  ])('%s is stored as %s and limited as %s', (given, stored, network) => {
    expect(plainAddress(given)).toBe(stored);
    expect(networkOf(given)).toBe(network);
  });

  test.each(['', 'unknown', 'x'.repeat(3_000), '1.2.3', '192.0.2.1:80', '<script>'])('%s is none', (given) => {
    expect(plainAddress(given)).toBeNull();
  });

  test('of two /64 networks are two places', () => {
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'));
  });
});

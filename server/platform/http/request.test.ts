import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { addressOf, cookieJar, isSameOrigin, tokenOf } from './request.ts';

const config = { TRUST_PROXY: 'off', PUBLIC_URL: undefined } as const;
const publicly = { ...config, PUBLIC_URL: 'https://chat.example.org' } as const;
const proxied = { ...config, TRUST_PROXY: 'on' } as const;

function request(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

describe('the origin of a page', () => {
  test.each([
    ['https://chat.example.org', 'chat.example.org', true],
    ['http://chat.example.org', 'chat.example.org', false],
    ['https://chat.example.org:8443', 'chat.example.org:8443', false],
    ['http://evil.example:3000', 'evil.example:3000', false],
    ['null', 'chat.example.org', false],
  ])('%s asking %s is let in with a public address: %s', (origin, host, allowed) => {
    expect(isSameOrigin(request({ origin, host }), publicly)).toBe(allowed);
  });

  test.each([
    ['http://localhost:3000', 'localhost:3000', true],
    ['https://10.0.0.5', '10.0.0.5', true],
    ['ftp://localhost:3000', 'localhost:3000', false],
    ['http://evil.example', 'localhost:3000', false],
  ])('%s asking %s is let in without one: %s', (origin, host, allowed) => {
    expect(isSameOrigin(request({ origin, host }), config)).toBe(allowed);
  });
});

describe('the cookie of a session', () => {
  const set = (of: typeof config | typeof publicly) => {
    const req = request({});
    const res = new ServerResponse(req);
    cookieJar(req, res, of).set('token');
    return String(res.getHeader('Set-Cookie'));
  };

  test('is bound to this very host with https, where no sibling can plant one', () => {
    expect(set(publicly)).toMatch(/^__Host-parley_session=token; .*Path=\/; .*Secure/);
    expect(set(config)).toMatch(/^parley_session=token/);
    expect(tokenOf(request({ cookie: 'parley_session=planted' }), publicly)).toBeNull();
    expect(tokenOf(request({ cookie: '__Host-parley_session=own; parley_session=planted' }), publicly)).toBe('own');
    expect(tokenOf(request({ cookie: 'parley_session=own' }), config)).toBe('own');
  });
});

describe('the address behind a proxy', () => {
  const from = (forwarded: string) => addressOf(request({ 'x-forwarded-for': forwarded }), proxied);

  test('is the nearest hop, and nothing that is no address', () => {
    expect(from('1.1.1.1, 192.0.2.7')).toBe('192.0.2.7');
    expect(from('2001:DB8::1')).toBe('2001:db8::1');
    expect(from('x'.repeat(3_000))).toBe('unknown');
  });
});

import type * as Argon2 from '@node-rs/argon2';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { password } from '#server/testing/people.ts';
import { useWorld, type Visit } from '#server/testing/world.ts';

const verify = vi.hoisted(() => ({ calls: [] as string[] }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>();
  const watched: typeof real.verify = (hashed, given, ...rest) => {
    verify.calls.push(String(hashed).split('$').slice(0, 4).join('$'));
    return real.verify(hashed, given, ...rest);
  };
  return { ...real, verify: watched };
});

describe.each(engines)('logging in on %s', (engine) => {
  const world = useWorld(engine, { LOGIN_RATE: '3' });
  beforeAll(() => world().people('ann', 'bob', 'cid', 'dan'));
  let host = 0;
  const elsewhere = () => ({ address: `10.0.0.${(host += 1)}` });
  const login = (name: string, given = password, visit: Visit = elsewhere()) =>
    world().visit(null, visit).auth.login({ name, password: given, carrier: 'bearer' });

  test('the right password opens a session, in whatever spelling of the name', async () => {
    const { me, token } = await login('ANN');
    expect(me.name).toBe('ann');
    expect(await world().visit(token).auth.me()).toMatchObject({ id: me.id, sessionId: me.sessionId });
  });

  test('a browser gets its session as a cookie and no token', async () => {
    const cookie = { token: null as string | null };
    const signedIn = await world().visit(null, { cookie }).auth.login({ name: 'ann', password });
    expect(signedIn.token).toBeNull();
    expect(await world().visit(cookie.token).auth.me()).toMatchObject({ name: 'ann' });
    await world().visit(cookie.token, { cookie }).auth.logout();
    expect(cookie.token).toBeNull();
  });

  test('a wrong password and a name nobody has are answered alike, with equal work', async () => {
    verify.calls = [];
    const wrong = await refusal(login('ann', 'not her password'));
    const nobody = await refusal(login('nobody-has-this', 'not her password'));
    expect(wrong).toEqual({ code: 'credentials_wrong' });
    expect(nobody).toEqual(wrong);
    expect(verify.calls).toHaveLength(2);
    expect(verify.calls[0]).toBe(verify.calls[1]);
  });

  test.each(['bob', 'nobody-at-all'])(
    'guessing at %s is stopped from whatever address, and tells when to come back',
    async (name) => {
      for (let i = 0; i < 3; i += 1) expect(await answer(login(name, 'guess number one'))).toBe('credentials_wrong');
      const refused = await refusal(login(name));
      expect(refused?.code).toBe('too_many_requests');
      expect(refused?.retryAfterMs).toBeGreaterThan(590_000);
    },
  );

  test('one address is stopped after ten times as many, whoever it guesses at', async () => {
    const visit = { address: '6.6.6.6' };
    for (let i = 0; i < 30; i += 1) await answer(login(`guess${i}`, 'guess number one', visit));
    expect(await answer(login('cid', password, visit))).toBe('too_many_requests');
    expect(await answer(login('cid'))).toBe('ok');
  });

  test('those who get it right never use up their address or their name', async () => {
    const visit = { address: '7.7.7.7' };
    for (let i = 0; i < 35; i += 1) expect(await answer(login('dan', password, visit))).toBe('ok');
  });
});

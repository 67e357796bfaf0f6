import { hash } from '@node-rs/argon2';
import type * as Argon2 from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { hashPassword } from '#server/platform/passwords.ts';
import { password } from '#server/testing/people.ts';
import { useTestApp, type Visit } from '#server/testing/test-app.ts';
import { users } from '#server/features/users/tables.ts';

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
  const app = useTestApp(engine, { LOGIN_RATE: '3' });
  beforeAll(() => app().people('ann', 'bob', 'cid', 'dan'));
  let host = 0;
  const elsewhere = () => ({ address: `10.0.0.${(host += 1)}` });
  const login = (name: string, given = password, visit: Visit = elsewhere()) =>
    app().visit(null, visit).auth.login({ name, password: given, carrier: 'bearer' });

  test('the right password opens a session, in whatever spelling of the name', async () => {
    const { me, token } = await login('ANN');
    expect(me.name).toBe('ann');
    expect(await app().visit(token).auth.me()).toMatchObject({ id: me.id, sessionId: me.sessionId });
  });

  test('a browser gets its session as a cookie and no token', async () => {
    const cookie = { token: null as string | null };
    const signedIn = await app().visit(null, { cookie }).auth.login({ name: 'ann', password });
    expect(signedIn.token).toBeNull();
    expect(await app().visit(cookie.token).auth.me()).toMatchObject({ name: 'ann' });
    await app().visit(cookie.token, { cookie }).auth.logout();
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

  describe('in whatever form a keyboard sends it', () => {
    const composed = 'caf\u00E9 au lait';
    const decomposed = 'cafe\u0301 au lait';
    const keep = async (name: string, values: { passwordHash: string } | { nameKey: string }) => {
      const { id } = await app().person(name);
      await app().services.store.write(async ({ db }) => {
        await db
          .update(db.of(users))
          .set(values)
          .where(eq(db.of(users).id, id));
      });
    };

    test.each([
      [composed, decomposed],
      [decomposed, composed],
      ['ｆｕｌｌ width 1', 'full width 1'],
    ])('a password set as %j is right as %j', async (set, entered) => {
      await keep('eva', { passwordHash: await hashPassword(set) });
      expect([await answer(login('eva', entered)), await answer(login('eva', set))]).toEqual(['ok', 'ok']);
    });

    test('a password whose hash is older than that is right as it was typed', async () => {
      await keep('eva', { passwordHash: await hash(decomposed) });
      expect(await answer(login('eva', decomposed))).toBe('ok');
      expect(await answer(login('eva', 'cafe au lait'))).toBe('credentials_wrong');
    });

    test('a wrong one and a name nobody has still cost the same', async () => {
      verify.calls = [];
      expect(await answer(login('eva', `${decomposed} no`))).toBe('credentials_wrong');
      const wrong = verify.calls.length;
      expect(await answer(login('nobody-else', `${decomposed} no`))).toBe('credentials_wrong');
      expect([wrong, verify.calls.length]).toEqual([2, 4]);
    });

    test('a common password does not pass as a strong one by its wide letters', async () => {
      const given = app().visit().auth.register({ name: 'wide', password: 'ｐａｓｓｗｏｒｄ１２３' });
      expect(await refusal(given)).toMatchObject({ code: 'password_weak' });
    });

    test('who has a name of an older version signs in by it, and a new person cannot take its twin', async () => {
      await app().people('twin', 'gast');
      await keep('gast', { nameKey: 'gaßt' });
      await keep('twin', { nameKey: 'gast\uFE0F' });
      expect((await login('GAẞT')).me.name).toBe('gast');
      expect((await login('gast\uFE0F')).me.name).toBe('twin');
      const visitor = app().visit(null, elsewhere());
      expect(await answer(visitor.auth.register({ name: 'Gaßt', password }))).toBe('name_taken');
    });
  });

  test.each(['bob', 'nobody-at-all'])(
    'guessing at %s from one place is stopped, and tells when to come back',
    async (name) => {
      const visit = elsewhere();
      for (let i = 0; i < 3; i += 1)
        expect(await answer(login(name, 'guess number one', visit))).toBe('credentials_wrong');
      const refused = await refusal(login(name, password, visit));
      expect(refused?.code).toBe('too_many_requests');
      expect(refused?.retryAfterMs).toBeGreaterThan(590_000);
    },
  );

  test('strangers who guess do not shut anybody out: neither from elsewhere, nor, however many, from a known place', async () => {
    const home = { address: '2001:db8:0:7::1' };
    expect(await answer(login('bob', password, home))).toBe('ok');
    const guesses = async (many: number) => {
      for (let i = 0; i < many; i += 1) await answer(login('bob', 'guess number one'));
    };
    await guesses(20);
    expect(await answer(login('bob'))).toBe('ok');
    await guesses(60);
    expect(await answer(login('bob'))).toBe('too_many_requests');
    expect(await answer(login('bob', password, { address: '2001:db8:0:7:aaaa::2' }))).toBe('ok');
  });

  test('all addresses of one IPv6 network are one place', async () => {
    const from = (nr: number) => ({ address: `2001:db8:0:9::${nr}` });
    for (let i = 0; i < 3; i += 1) await answer(login('cid', 'guess number one', from(i)));
    expect(await answer(login('cid', password, from(4)))).toBe('too_many_requests');
  });

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

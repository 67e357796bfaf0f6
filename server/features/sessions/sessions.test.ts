import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { password } from '#server/testing/people.ts';
import { sweepSessions } from './commands.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { sessions } from './tables.ts';

const day = 86_400_000;

describe.each(engines)('sessions on %s', (engine) => {
  const app = useTestApp(engine);

  test('the database holds nothing that opens a session', async () => {
    const ann = await app().person('ann');
    const rows = await app().services.store.read((db) => db.select().from(db.of(sessions)));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(ann.token);
    for (const { tokenHash } of rows) expect(await answer(app().visit(tokenHash).auth.me())).toBe('not_signed_in');
  });

  test('a person sees their devices, which one is theirs, and nobody else’s', async () => {
    const bob = await app().person('bob');
    const phone = app().visit(null, { device: 'Safari · iPhone', address: '10.1.2.3' });
    const { token, me } = await phone.auth.login({ name: 'bob', password, carrier: 'bearer' });
    app().clock.advance(1_000);
    const seen = await app().visit(token).auth.sessions();
    expect(seen).toHaveLength(2);
    expect(seen.find(({ id }) => id === me.sessionId)).toMatchObject({
      device: 'Safari · iPhone',
      address: '10.1.2.3',
      current: true,
    });
    expect(seen.find(({ id }) => id === bob.sessionId)).toMatchObject({ current: false });
  });

  test('a revoked session ends at once, with its stream, and its neighbours go on', async () => {
    const cid = await app().person('cid');
    const phone = await app().device(cid.id, 'cid');
    const [onPhone, atDesk] = [await phone.listen(), await cid.listen()];
    await cid.api.auth.revoke({ sessionId: phone.sessionId });
    await onPhone.until((recorder) => recorder.ended);
    expect(await refusal(Promise.reject(onPhone.failure))).toEqual({ code: 'not_signed_in' });
    expect(await answer(phone.api.auth.me())).toBe('not_signed_in');
    expect(await answer(cid.api.auth.me())).toBe('ok');
    expect(atDesk.ended).toBe(false);
    expect(await answer(cid.api.auth.revoke({ sessionId: phone.sessionId }))).toBe('session_unknown');
    atDesk.stop();
  });

  test('nobody ends somebody else’s session', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    expect(await answer(ann.api.auth.revoke({ sessionId: bob.sessionId }))).toBe('session_unknown');
    expect(await answer(bob.api.auth.me())).toBe('ok');
  });

  test('ending all others keeps this one, and says how many ended', async () => {
    const dan = await app().person('dan');
    const others = [await app().device(dan.id, 'dan'), await app().device(dan.id, 'dan')];
    expect(await dan.api.auth.revokeOthers()).toEqual({ ended: 2 });
    expect(await answer(dan.api.auth.me())).toBe('ok');
    for (const other of others) expect(await answer(other.api.auth.me())).toBe('not_signed_in');
  });

  test('a new password needs the old one, and puts everybody else out', async () => {
    const eve = await app().person('eve');
    const thief = await app().device(eve.id, 'eve');
    const change = (currentPassword: string, newPassword: string) =>
      answer(eve.api.auth.changePassword({ currentPassword, newPassword }));
    expect(await change('not the password', 'a fine new password')).toBe('password_wrong');
    expect(await change(password, 'short')).toBe('password_weak');
    expect(await answer(thief.api.auth.me())).toBe('ok');
    expect(await change(password, 'a fine new password')).toBe('ok');
    expect(await answer(thief.api.auth.me())).toBe('not_signed_in');
    expect(await answer(eve.api.auth.me())).toBe('ok');
    const login = (given: string) => answer(app().visit().auth.login({ name: 'eve', password: given }));
    expect([await login(password), await login('a fine new password')]).toEqual(['credentials_wrong', 'ok']);
  });

  test('guessing at the old password is stopped', async () => {
    const fay = await app().person('fay');
    const guess = () =>
      answer(fay.api.auth.changePassword({ currentPassword: 'a guess', newPassword: 'a fine new password' }));
    for (let i = 0; i < 10; i += 1) await guess();
    expect(await guess()).toBe('too_many_requests');
  });

  test('a stream does not outlive its session', async () => {
    const hal = await app().person('hal');
    const recorder = await hal.listen();
    app().clock.advance(91 * day);
    const { connections, store } = app().services;
    await store.write((tx) => sweepSessions(tx, connections));
    await recorder.until(() => recorder.ended);
    expect(await refusal(Promise.reject(recorder.failure))).toEqual({ code: 'not_signed_in' });
  });

  test('a session ends some months after its last use, and lives as long as it is used', async () => {
    const gus = await app().person('gus');
    const idle = await app().device(gus.id, 'gus');
    app().clock.advance(60 * day);
    expect(await answer(gus.api.auth.me())).toBe('ok');
    // The use is noted after the answer.
    await app().services.store.write(async () => undefined);
    app().clock.advance(60 * day);
    expect(await answer(gus.api.auth.me())).toBe('ok');
    expect(await answer(idle.api.auth.me())).toBe('not_signed_in');
    expect(await gus.api.auth.sessions()).toHaveLength(1);
  });
});

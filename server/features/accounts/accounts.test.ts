import { describe, expect, test } from 'vitest';
import { answer, refusal } from '#server/testing/refusal.ts';
import { engines } from '#server/testing/engines.ts';
import { password } from '#server/testing/people.ts';
import { useTestApp, type TestApp } from '#server/testing/test-app.ts';
import { users } from '#server/features/users/tables.ts';

const hour = 3_600_000;
let names = 0;
const newName = () => `newcomer${(names += 1)}`;
const register = (app: TestApp, inviteCode?: string, name = newName()) =>
  app.visit().auth.register({ name, password, inviteCode, carrier: 'bearer' });

describe.each(engines)('the first visit on %s', (engine) => {
  const app = useTestApp(engine, { REGISTRATION: 'invite' });

  test('the first person becomes the owner of a workspace with a first room; the next needs an invite', async () => {
    const visitor = app().visit();
    expect(await visitor.auth.status()).toMatchObject({ needsOwner: true, registration: 'invite', me: null });
    const both = await Promise.allSettled([
      visitor.auth.register({ name: 'ann', password, workspaceName: 'Tea house', carrier: 'bearer' }),
      visitor.auth.register({ name: 'bob', password, carrier: 'bearer' }),
    ]);
    const [owner] = both.flatMap((done) => (done.status === 'fulfilled' ? [done.value] : []));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(owner?.me.role).toBe('owner');
    const api = app().visit(owner?.token);
    const { rooms } = await api.rooms.list();
    expect(rooms).toMatchObject([{ name: 'general', kind: 'public', lobby: true, role: 'owner', unreadCount: 0 }]);
    expect(await visitor.auth.status()).toMatchObject({ needsOwner: false, me: null });
    expect(await api.auth.status()).toMatchObject({ me: { id: owner?.me.id, sessionId: owner?.me.sessionId } });
  });
});

describe.each(engines)('registering on %s', (engine) => {
  const app = useTestApp(engine, { REGISTER_RATE: '10000' });

  async function owner() {
    const { api } = await app().person('ann');
    return api;
  }

  test('where it is open, anybody enters and finds themselves in the lobby', async () => {
    const api = await owner();
    await api.workspace.update({ registration: 'open' });
    const { token, me } = await register(app());
    expect(me.role).toBe('member');
    expect((await app().visit(token).rooms.list()).rooms).toMatchObject([{ lobby: true, role: 'member' }]);
  });

  test('where it is by invite, only a working invite lets somebody in', async () => {
    const api = await owner();
    await api.workspace.update({ registration: 'invite' });
    expect(await answer(register(app()))).toBe('registration_closed');
    expect(await answer(register(app(), 'no such code'))).toBe('invite_invalid');
    const invite = await api.invites.create({});
    expect(await app().visit().invites.check({ code: invite.code })).toEqual({
      workspaceName: 'Test',
      invitedBy: 'ann',
    });
    expect(await answer(register(app(), invite.code))).toBe('ok');
    await api.invites.revoke({ inviteId: invite.id });
    expect(await answer(register(app(), invite.code))).toBe('invite_invalid');
    expect(await answer(app().visit().invites.check({ code: invite.code }))).toBe('invite_invalid');
    expect(await answer(api.invites.revoke({ inviteId: invite.id }))).toBe('invite_invalid');
  });

  test('where it is closed, not even an invite helps', async () => {
    const api = await owner();
    await api.workspace.update({ registration: 'closed' });
    const invite = await api.invites.create({});
    expect(await answer(register(app(), invite.code))).toBe('registration_closed');
  });

  test('an invite ends at its hour', async () => {
    const api = await owner();
    await api.workspace.update({ registration: 'invite' });
    const { code } = await api.invites.create({ expiresInHours: 2 });
    app().clock.advance(2 * hour - 1);
    expect(await answer(register(app(), code))).toBe('ok');
    app().clock.advance(1);
    expect(await answer(register(app(), code))).toBe('invite_expired');
  });

  test('the last use of an invite goes to one of two who try together, and a taken name spends none', async () => {
    const api = await owner();
    await api.workspace.update({ registration: 'invite' });
    const invite = await api.invites.create({ maxUses: 2 });
    expect(await answer(register(app(), invite.code, 'ann'))).toBe('name_taken');
    expect(await answer(register(app(), invite.code))).toBe('ok');
    const last = await Promise.all([1, 2, 3].map(() => answer(register(app(), invite.code))));
    expect(last.toSorted()).toEqual(['invite_used_up', 'invite_used_up', 'ok']);
    const listed = (await api.invites.list()).find(({ id }) => id === invite.id);
    expect(listed).toMatchObject({ uses: 2, maxUses: 2, createdBy: (await app().person('ann')).id });
  });

  test.each([
    ['Ann', 'name_taken'],
    ['ＡＮＮ', 'name_taken'],
    ['a', 'name_invalid'],
    ['a b', 'name_invalid'],
    ['@ann', 'name_invalid'],
    ['-ann', 'name_invalid'],
    ['here', 'name_invalid'],
    ['Everyone', 'name_invalid'],
    ['x'.repeat(33), 'name_invalid'],
    ['a\u0000b', 'name_invalid'],
    ['ann\uFE0F', 'name_taken'],
    ['a\u034Fnn', 'name_taken'],
    ['here\uFE0F', 'name_invalid'],
    ['h\u200Bere', 'name_invalid'],
    ['\u3164\u3164', 'name_invalid'],
    ['bоb', 'name_mixed'],
    ['аnn', 'name_mixed'],
    ['борис', 'ok'],
    ['Γιώργος', 'ok'],
    ['ΓΙΏΡΓΟΣ', 'name_taken'],
    ['דוד', 'ok'],
    ['می\u200Cنا', 'ok'],
    ['مینا', 'name_taken'],
    ['สมชาย', 'ok'],
    ['李雷bob', 'ok'],
    ['李雷', 'ok'],
    ['jean-luc.p_1', 'ok'],
  ])('the name %j is answered with %s', async (name, expected) => {
    await (await owner()).workspace.update({ registration: 'open' });
    expect(await answer(register(app(), undefined, name))).toBe(expected);
  });

  test('a display name of nothing visible becomes the name; that of another person is refused', async () => {
    await (await owner()).workspace.update({ registration: 'open' });
    const called = (displayName: string) => {
      const name = newName();
      return { name, registered: app().visit().auth.register({ name, displayName, password, carrier: 'bearer' }) };
    };
    const { name, registered } = called('\u3164\u200B');
    expect((await registered).me.displayName).toBe(name);
    expect(await refusal(called('ANN').registered)).toEqual({ code: 'name_taken', field: 'displayName' });
    expect(await refusal(called('Аnn').registered)).toEqual({ code: 'name_mixed', field: 'displayName' });
  });

  test('a weak password is refused with the length that is asked for', async () => {
    const tryout = (weak: string) => refusal(app().visit().auth.register({ name: 'longenough', password: weak }));
    for (const weak of ['short', 'aaaaaaaaaaaa', 'password123', 'LongEnough', '1234567890']) {
      expect(await tryout(weak)).toEqual({ code: 'password_weak', field: 'password', limit: 10 });
    }
    expect(await tryout('x1'.repeat(101))).toMatchObject({ code: 'invalid_input', limit: 200 });
  });

  test('the password is kept as argon2id alone', async () => {
    const { token } = await register(app(), undefined, newName());
    expect(token).toHaveLength(43);
    const rows = await app().services.store.read((db) => db.select().from(db.of(users)));
    for (const row of rows) expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  test('everybody hears of a newcomer, who is listed at once', async () => {
    const ann = await app().person('ann');
    const recorder = await ann.listen();
    const name = newName();
    const { me } = await register(app(), undefined, name);
    expect(await recorder.waitFor('user.joined', ({ user }) => user.id === me.id)).toMatchObject({ user: { name } });
    expect((await ann.api.users.list()).users.map((user) => user.name)).toContain(name);
    recorder.stop();
  });
});

describe('registering too often', () => {
  const app = useTestApp('sqlite', { REGISTER_RATE: '2' });

  test('one address is told how long to wait, another is not kept waiting', async () => {
    const from = (address: string) =>
      refusal(app().visit(null, { address }).auth.register({ name: newName(), password }));
    expect([await from('1.1.1.1'), await from('1.1.1.1')]).toEqual([null, null]);
    const refused = await from('1.1.1.1');
    expect(refused).toMatchObject({ code: 'too_many_requests' });
    expect(refused?.retryAfterMs).toBeGreaterThan(3_500_000);
    expect(await from('2.2.2.2')).toBeNull();
  });
});

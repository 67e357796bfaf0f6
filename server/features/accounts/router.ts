import { changePasswordInput, loginInput, registerInput, revokeInput, type SignedIn } from '#shared/auth.ts';
import { AppError } from '#shared/errors.ts';
import { nameKey } from '#shared/limits.ts';
import { assertStrongPassword, hashPassword, passwordMatches } from '#server/platform/passwords.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { networkOf } from '#server/platform/http/address.ts';
import type { Context } from '#server/platform/trpc/context.ts';
import { changeProcedure, procedure, publicProcedure, router } from '#server/platform/trpc/trpc.ts';
import { revokeOtherSessions, revokeSession, startSession } from '#server/features/sessions/commands.ts';
import { sessionsOf, wasHere } from '#server/features/sessions/queries.ts';
import { getUser } from '#server/features/users/queries.ts';
import { assertUserName, registerAccount, setPassword } from './commands.ts';
import { authStatus, findAccount, getMe } from './queries.ts';

const day = 86_400_000;

/** Starts the session within the write and hands its token to the cookie or to the caller. */
async function signIn(tx: Tx, ctx: Context, userId: string, carrier: 'cookie' | 'bearer'): Promise<SignedIn> {
  const { secret, config } = ctx.services;
  const { address, device } = ctx;
  const lifetime = config.SESSION_DAYS * day;
  const { sessionId, token } = await startSession(tx, { userId, device, address, secret, lifetime });
  if (carrier === 'cookie') ctx.cookies?.set(token);
  const me = { ...(await getUser(tx.db, userId)), sessionId };
  return { me, token: carrier === 'bearer' ? token : null };
}

export const authRouter = router({
  status: publicProcedure.query(({ ctx }) => {
    const { config, store, version } = ctx.services;
    return store.read((db) => authStatus(db, config, version, ctx.caller));
  }),
  me: procedure.query(({ ctx }) => ctx.services.store.read((db) => getMe(db, ctx.caller))),
  register: publicProcedure.input(registerInput).mutation(async ({ ctx, input }) => {
    const { config, rates, store } = ctx.services;
    const { name, password } = input;
    assertUserName(name);
    assertStrongPassword(password, name);
    await rates.use('register', networkOf(ctx.address));
    const account = {
      name,
      displayName: input.displayName ?? '',
      passwordHash: await hashPassword(password),
      inviteCode: input.inviteCode ?? null,
      workspaceName: input.workspaceName || 'Parley',
      registration: config.REGISTRATION,
    };
    return store.write(async (tx) => signIn(tx, ctx, await registerAccount(tx, account), input.carrier));
  }),
  login: publicProcedure.input(loginInput).mutation(async ({ ctx, input }) => {
    const { rates, store } = ctx.services;
    const key = nameKey(input.name);
    const network = networkOf(ctx.address);
    await rates.use('loginAddress', network);
    await rates.use('loginAccount', `${key} ${network}`);
    const { account, familiar } = await store.read(async (db) => {
      const found = await findAccount(db, input.name);
      return { account: found, familiar: await wasHere(db, found?.id ?? '', network) };
    });
    // Guesses from many places end here; a place where the person was signed in before is not shut out by them.
    if (!familiar) await rates.use('loginEverywhere', key);
    const matches = await passwordMatches(account?.passwordHash ?? null, input.password);
    if (!account || !matches) throw new AppError('credentials_wrong');
    await rates.forgive('loginAccount', `${key} ${network}`);
    if (!familiar) await rates.refund('loginEverywhere', key);
    await rates.refund('loginAddress', network);
    return store.write((tx) => signIn(tx, ctx, account.id, input.carrier));
  }),
  logout: procedure.mutation(async ({ ctx }) => {
    const { connections, store } = ctx.services;
    const { userId, sessionId } = ctx.caller;
    await store.write((tx) => revokeSession(tx, userId, sessionId, connections));
    ctx.cookies?.clear();
  }),
  sessions: procedure.query(({ ctx }) => {
    const { userId, sessionId } = ctx.caller;
    const { now, store } = ctx.services;
    return store.read((db) => sessionsOf(db, userId, sessionId, now()));
  }),
  revoke: changeProcedure.input(revokeInput).mutation(({ ctx, input }) => {
    const { connections, store } = ctx.services;
    return store.write((tx) => revokeSession(tx, ctx.caller.userId, input.sessionId, connections));
  }),
  revokeOthers: changeProcedure.mutation(async ({ ctx }) => {
    const { connections, store } = ctx.services;
    const { userId, sessionId } = ctx.caller;
    return { ended: await store.write((tx) => revokeOtherSessions(tx, userId, sessionId, connections)) };
  }),
  /** Also ends the person's other sessions: anybody who knew the old password is signed out. */
  changePassword: changeProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { connections, rates, store } = ctx.services;
    const { userId, sessionId } = ctx.caller;
    await rates.use('loginAccount', userId);
    const user = await store.read((db) => getUser(db, userId));
    const account = await store.read((db) => findAccount(db, user.name));
    if (!(await passwordMatches(account?.passwordHash ?? null, input.currentPassword))) {
      throw new AppError('password_wrong', { field: 'currentPassword' });
    }
    assertStrongPassword(input.newPassword, user.name);
    const passwordHash = await hashPassword(input.newPassword);
    await store.write(async (tx) => {
      await setPassword(tx, userId, passwordHash);
      await revokeOtherSessions(tx, userId, sessionId, connections);
    });
    await rates.forgive('loginAccount', userId);
  }),
});

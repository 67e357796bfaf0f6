import { initTRPC } from '@trpc/server';
import { languageOf, sentenceFor } from '#shared/error-sentences.ts';
import { AppError, type AppErrorData } from '#shared/errors.ts';
import { type Ask, type WorkspacePermission, workspaceRules } from '#shared/permissions.ts';
import { networkOf } from '#server/platform/http/address.ts';
import type { Context } from './context.ts';
import { appErrorData, codedError } from './errors.ts';
import { requestIdOf } from '#server/platform/realtime/wire/request-id.ts';
import type { RateName } from '#server/platform/rates.ts';

/** What the caller needs. The generated test of permissions holds every procedure to it. */
export interface ProcedureMeta {
  asks: Ask;
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const app = seenFrom(ctx ?? null, appErrorData(error));
      return {
        code: shape.code,
        message: sentenceFor(ctx?.language ?? languageOf(undefined), app),
        data: { code: error.code, httpStatus: shape.data.httpStatus, path: shape.data.path, app },
      };
    },
  });

/** A call that makes no sense may just be an older page's: then that page is asked to reload, not the person to correct. */
function seenFrom(ctx: Context | null, app: AppErrorData): AppErrorData {
  const puzzling = app.code === 'invalid_input' || app.code === 'unknown_procedure' || app.code === 'malformed';
  const outdated = ctx?.clientVersion && ctx.clientVersion !== ctx.services.version;
  return puzzling && outdated ? { code: 'client_outdated' } : app;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const appErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw codedError(result.error.cause);
  return result;
});

/** Counts the call against a person's rate, or that of an address where nobody has signed in, before it does anything. */
const limited = (name: RateName) =>
  t.middleware(async ({ ctx, next }) => {
    await ctx.services.rates.use(name, ctx.caller?.userId ?? networkOf(ctx.address));
    return next();
  });

/** Queries and the opening of streams read; changes have rates of their own. */
const limitedReads = t.middleware(async ({ ctx, next, type }) => {
  if (type !== 'mutation') await ctx.services.rates.use('read', ctx.caller?.userId ?? networkOf(ctx.address));
  return next();
});

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.meta({ asks: 'nothing' }).use(appErrors).use(limitedReads);

/** For a valid session; `ctx.caller` is the person. */
export const procedure = t.procedure
  .meta({ asks: 'session' })
  .use(appErrors)
  .use(({ ctx, next }) => {
    if (!ctx.caller) throw new AppError('not_signed_in');
    return next({ ctx: { caller: ctx.caller } });
  })
  .use(limitedReads);

/** For those whom the rule lets at the time of the call. */
export const workspaceProcedure = (permission: WorkspacePermission) =>
  procedure.meta({ asks: `workspace.${permission}` }).use(async ({ ctx, next }) => {
    const role = await ctx.services.store.read((db) => ctx.services.roleOf(db, ctx.caller.userId));
    const reason = role === null ? 'forbidden' : workspaceRules[permission](role);
    if (reason !== null) throw new AppError(reason);
    return next();
  });

/** A change by a signed-in person, at the common rate. */
export const changeProcedure = procedure.use(limited('change'));
export const workspaceChangeProcedure = (permission: WorkspacePermission) =>
  workspaceProcedure(permission).use(limited('change'));
/** Sending a message, at its own rate. */
export const sendProcedure = procedure.use(limited('send'));

/** A stream: knows the socket and request id that live frames go to, if it came by a socket. */
export const streamProcedure = procedure.use(async ({ ctx, getRawInput, next }) => {
  const requestId = ctx.writer ? requestIdOf(await getRawInput()) : null;
  const target = ctx.writer && requestId !== null ? { writer: ctx.writer, requestId } : null;
  return next({ ctx: { target } });
});

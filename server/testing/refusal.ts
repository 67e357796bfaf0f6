import { TRPCError } from '@trpc/server';
import type { AppErrorData } from '#shared/errors.ts';
import { appErrorData } from '#server/platform/trpc/errors.ts';

/** What a call was refused with, or null when it was allowed. Anything that is not a refusal fails the test. */
export async function refusal(call: Promise<unknown>): Promise<AppErrorData | null> {
  try {
    await call;
    return null;
  } catch (reason) {
    if (!(reason instanceof TRPCError)) throw reason;
    const app = appErrorData(reason);
    if (app.code === 'internal') throw reason.cause ?? reason;
    return app;
  }
}

/** The code alone; `ok` when the call was allowed. */
export const answer = async (call: Promise<unknown>): Promise<string> => (await refusal(call))?.code ?? 'ok';

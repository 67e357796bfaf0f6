import { getUntypedClient, TRPCClientError } from '@trpc/client';
import type { ErrorCode } from '#shared/errors.ts';
import type { Found } from './procedures.ts';
import type { Client } from './test-server.ts';

/** What a caller sees of an answer: `ok`, or the code and all that came with it. */
export interface Answer {
  code: 'ok' | ErrorCode;
  message?: string;
  field?: string | undefined;
}

/** Calls a procedure over the wire with whatever input; of a stream it waits for the first event. */
export async function answerOver(client: Client, { path, type }: Found, input: unknown): Promise<Answer> {
  const untyped = getUntypedClient(client);
  try {
    if (type === 'query') await untyped.query(path, input);
    else if (type === 'mutation') await untyped.mutation(path, input);
    else await firstEvent(client, path, input);
    return { code: 'ok' };
  } catch (reason) {
    if (!(reason instanceof TRPCClientError)) throw reason;
    const { app } = reason.data as { app: { code: ErrorCode; field?: string } };
    if (app.code === 'internal') throw reason;
    return { ...app, message: reason.message };
  }
}

function firstEvent(client: Client, path: string, input: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const subscription = getUntypedClient(client).subscription(path, input, {
      onData: () => {
        subscription.unsubscribe();
        resolve();
      },
      onError: reject,
    });
  });
}

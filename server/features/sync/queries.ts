import type { z } from 'zod';
import type { streamInput, StreamEvent } from '#shared/events.ts';
import type { Caller, Services } from '#server/platform/trpc/context.ts';
import { type Opened, openStream, type StreamRequest } from '#server/platform/realtime/stream.ts';
import { roomIdsOf } from '#server/features/rooms/queries.ts';

interface StreamCall {
  ctx: { services: Services; caller: Caller; target: StreamRequest<StreamEvent>['target'] };
  input: z.output<typeof streamInput>;
  signal: AbortSignal | undefined;
}

/** The caller's own stream, of the events that `accepts` lets through; `begin` as in `StreamRequest`. */
export function personStream<E extends StreamEvent>(
  { ctx, input, signal = new AbortController().signal }: StreamCall,
  accepts: (event: StreamEvent) => event is E,
  begin?: () => () => void,
): AsyncGenerator<Opened<E>, void> {
  const { userId, sessionId } = ctx.caller;
  return openStream(ctx.services, {
    userId,
    sessionId,
    target: ctx.target,
    lastEventId: input.lastEventId ?? null,
    signal,
    roomIdsOf: (db) => roomIdsOf(db, userId),
    accepts,
    begin,
  });
}

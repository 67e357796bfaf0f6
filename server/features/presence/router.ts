import { type EventOf, streamInput, type StreamEvent } from '#shared/events.ts';
import { presenceInput } from '#shared/presence.ts';
import { changeProcedure, procedure, router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { personStream } from '#server/features/sync/queries.ts';

export const presenceRouter = router({
  /** Everybody who is not offline. */
  list: procedure.query(({ ctx }) => ctx.services.presence.all()),
  /** A tab says whether its person is at it. */
  set: changeProcedure.input(presenceInput).mutation(({ ctx, input }) => {
    ctx.services.presence.report(ctx.caller.userId, input.tabId, input.active);
  }),
  /** Who comes, goes and turns away. */
  subscribe: streamProcedure
    .input(streamInput.prefault({}))
    .subscription((call) =>
      personStream(call, (event: StreamEvent): event is EventOf<'presence'> => event.kind === 'presence'),
    ),
});

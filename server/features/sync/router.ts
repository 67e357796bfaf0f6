import { nanoid } from 'nanoid';
import { type StreamEvent, streamInput } from '#shared/events.ts';
import { router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { personStream } from './queries.ts';

const everything = (event: StreamEvent): event is StreamEvent => event.kind.length > 0;

export const syncRouter = router({
  /** Everything for one person: the log's events for them, and hints of typing and presence. One for each tab. */
  stream: streamProcedure.input(streamInput.prefault({})).subscription(async function* (call) {
    const { ctx, input } = call;
    const gone = ctx.services.presence.open(ctx.caller.userId, input.tabId ?? nanoid());
    try {
      yield* personStream(call, everything);
    } finally {
      gone();
    }
  }),
});

import { nanoid } from 'nanoid';
import { type StreamEvent, streamInput } from '#shared/events.ts';
import { router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { personStream } from './queries.ts';

const everything = (event: StreamEvent): event is StreamEvent => event.kind.length > 0;

export const syncRouter = router({
  /** Everything for one person: the log's events for them, and hints of typing and presence. One for each tab. */
  stream: streamProcedure.input(streamInput.prefault({})).subscription((call) => {
    const { presence } = call.ctx.services;
    const { userId } = call.ctx.caller;
    const tabId = call.input.tabId ?? nanoid();
    return personStream(call, everything, () => presence.open(userId, tabId));
  }),
});

import { z } from 'zod';
import { type EventOf, streamInput, type StreamEvent } from '#shared/events.ts';
import { isMentioned } from '#shared/mentioning.ts';
import { procedure, router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { personStream } from '#server/features/sync/queries.ts';
import { unreadMentions } from './queries.ts';

type Calling = EventOf<'message.posted' | 'message.edited'>;

/** An edit calls the newly named only. */
const callsPerson =
  (userId: string) =>
  (event: StreamEvent): event is Calling =>
    (event.kind === 'message.posted' || event.kind === 'message.edited') &&
    event.message.authorId !== userId &&
    isMentioned(event.message.mentions, userId) &&
    !(event.kind === 'message.edited' && isMentioned(event.previousMentions, userId));

export const mentionsRouter = router({
  /** Unread mentions in all rooms, newest first; `cursor` is a rev. */
  list: procedure
    .input(z.object({ cursor: z.number().int().min(0).nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => ctx.services.store.read((db) => unreadMentions(db, ctx.caller.userId, input.cursor))),
  /** Messages that come to mention the caller, in whatever room. */
  subscribe: streamProcedure
    .input(streamInput.prefault({}))
    .subscription((call) => personStream(call, callsPerson(call.ctx.caller.userId))),
});

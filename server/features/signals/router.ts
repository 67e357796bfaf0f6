import { type EventOf, roomStreamInput, type StreamEvent } from '#shared/events.ts';
import { signalInput } from '#shared/presence.ts';
import { signalMs } from '#shared/signals.ts';
import { changeProcedure, router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { personStream } from '#server/features/sync/queries.ts';

export const signalsRouter = router({
  /** Send it again while it lasts: it ends by itself after `signalMs`. */
  set: changeProcedure
    .meta({ asks: 'room.post' })
    .input(signalInput)
    .mutation(async ({ ctx, input }) => {
      const { ephemeral, hub, store } = ctx.services;
      const { userId } = ctx.caller;
      const { roomId, signal, on } = input;
      await hub.proveOnce(userId, roomId, async () => {
        const room = await store.read((db) => memberRoom(db, userId, roomId));
        room.require('post');
      });
      if (on) ephemeral.set(roomId, userId, signal, signalMs[signal]);
      else ephemeral.clear(roomId, userId, signal);
    }),
  /** What others do in the caller's rooms, or in one room. */
  subscribe: streamProcedure
    .meta({ asks: 'room.read' })
    .input(roomStreamInput.prefault({}))
    .subscription(async (call) => {
      const { ctx, input } = call;
      const { roomId } = input;
      if (roomId) await ctx.services.store.read((db) => memberRoom(db, ctx.caller.userId, roomId));
      return personStream(
        call,
        (event: StreamEvent): event is EventOf<'signal'> =>
          event.kind === 'signal' && (!roomId || event.roomId === roomId),
      );
    }),
});

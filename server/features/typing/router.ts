import { type EventOf, roomStreamInput, type StreamEvent } from '#shared/events.ts';
import { typingInput } from '#shared/presence.ts';
import { changeProcedure, router, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { personStream } from '#server/features/sync/queries.ts';

export const typingRouter = router({
  /** Say it again every few seconds while it lasts; it ends by itself after `limits.typingMs`. */
  set: changeProcedure
    .meta({ asks: 'room.post' })
    .input(typingInput)
    .mutation(async ({ ctx, input }) => {
      const { store, typing } = ctx.services;
      const room = await store.read((db) => memberRoom(db, ctx.caller.userId, input.roomId));
      room.require('post');
      if (input.typing) typing.start(room.roomId, room.userId);
      else typing.stop(room.roomId, room.userId);
    }),
  /** Who types in one's rooms, or in one room. */
  subscribe: streamProcedure
    .meta({ asks: 'room.read' })
    .input(roomStreamInput.prefault({}))
    .subscription(async (call) => {
      const { ctx, input } = call;
      const { roomId } = input;
      if (roomId) await ctx.services.store.read((db) => memberRoom(db, ctx.caller.userId, roomId));
      return personStream(
        call,
        (event: StreamEvent): event is EventOf<'typing'> =>
          event.kind === 'typing' && (!roomId || event.roomId === roomId),
      );
    }),
});

import { editInput, historyInput, messageInput, sendInput } from '#shared/messages.ts';
import { type EventOf, roomStreamInput, type StreamEvent } from '#shared/events.ts';
import { changeProcedure, procedure, router, sendProcedure, streamProcedure } from '#server/platform/trpc/trpc.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { personStream } from '#server/features/sync/queries.ts';
import { readableMessage } from './access.ts';
import { presentFor } from '#server/features/mentions/access.ts';
import { acknowledgedBefore, editMessage, recallMessage, sendMessage } from './commands.ts';
import { assembleOne, historyPage, versionsOf } from './queries.ts';

type MessageEvent = EventOf<
  'message.posted' | 'message.edited' | 'message.recalled' | 'reaction.added' | 'reaction.removed'
>;

const isMessageEvent = (event: StreamEvent): event is MessageEvent =>
  event.kind.startsWith('message.') || event.kind.startsWith('reaction.');

export const messagesRouter = router({
  send: sendProcedure
    .meta({ asks: 'room.post' })
    .input(sendInput)
    .mutation(({ ctx, input }) => {
      const { ephemeral, presence, store } = ctx.services;
      const present = presentFor(input.mentions, presence);
      return store.write(async (tx) => {
        const { userId } = ctx.caller;
        const before = await acknowledgedBefore(tx.db, userId, input.tempId);
        if (before) return before;
        const room = await memberRoom(tx.db, userId, input.roomId);
        tx.afterCommit(() => ephemeral.clear(room.roomId, room.userId, 'typing'));
        return sendMessage(tx, room, input, present);
      });
    }),
  history: procedure
    .meta({ asks: 'room.read' })
    .input(historyInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => {
        const room = await memberRoom(db, ctx.caller.userId, input.roomId);
        return historyPage(db, room, input.cursor, input.limit);
      }),
    ),
  get: procedure
    .meta({ asks: 'message.read' })
    .input(messageInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => {
        const { row } = await readableMessage(db, ctx.caller.userId, input.messageId);
        return assembleOne(db, row);
      }),
    ),
  versions: procedure
    .meta({ asks: 'message.read' })
    .input(messageInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => {
        const { row } = await readableMessage(db, ctx.caller.userId, input.messageId);
        return versionsOf(db, row.id);
      }),
    ),
  edit: changeProcedure
    .meta({ asks: 'message.edit' })
    .input(editInput)
    .mutation(({ ctx, input }) => {
      const { presence, store } = ctx.services;
      const present = presentFor(input.mentions, presence);
      return store.write(async (tx) => {
        const target = await readableMessage(tx.db, ctx.caller.userId, input.messageId);
        return editMessage(tx, target, input, present);
      });
    }),
  recall: changeProcedure
    .meta({ asks: 'message.recall' })
    .input(messageInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) =>
        recallMessage(tx, await readableMessage(tx.db, ctx.caller.userId, input.messageId), ctx.services.hooks),
      ),
    ),
  /** Messages of the caller's rooms, or of one room, with their edits, recalls and reactions. */
  subscribe: streamProcedure
    .meta({ asks: 'room.read' })
    .input(roomStreamInput.prefault({}))
    .subscription(async (call) => {
      const { ctx, input } = call;
      const { roomId } = input;
      if (roomId) await ctx.services.store.read((db) => memberRoom(db, ctx.caller.userId, roomId));
      return personStream(
        call,
        (event): event is MessageEvent => isMessageEvent(event) && (!roomId || event.roomId === roomId),
      );
    }),
});

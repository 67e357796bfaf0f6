import { messageInput } from '#shared/messages.ts';
import { markReadInput, markUnreadInput } from '#shared/reads.ts';
import { changeProcedure, procedure, router } from '#server/platform/trpc/trpc.ts';
import { readableMessage } from '#server/features/messages/access.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { markRead, markUnread } from './commands.ts';
import { seenBy } from './queries.ts';

export const readsRouter = router({
  mark: changeProcedure
    .input(markReadInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) =>
        markRead(tx, await memberRoom(tx.db, ctx.caller.userId, input.roomId), input.rev),
      ),
    ),
  markUnread: changeProcedure.input(markUnreadInput).mutation(({ ctx, input }) =>
    ctx.services.store.write(async (tx) => {
      const { row, room } = await readableMessage(tx.db, ctx.caller.userId, input.messageId);
      return markUnread(tx, room, row.rev);
    }),
  ),
  seenBy: procedure.input(messageInput).query(({ ctx, input }) =>
    ctx.services.store.read(async (db) => {
      const { row, room } = await readableMessage(db, ctx.caller.userId, input.messageId);
      return seenBy(db, room, row);
    }),
  ),
});

import { messageInput } from '#shared/messages.ts';
import { markReadInput, markUnreadInput, type ReadMark } from '#shared/reads.ts';
import type { Tx } from '#server/platform/db/store.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { changeProcedure, procedure, router } from '#server/platform/trpc/trpc.ts';
import { readableMessage } from '#server/features/messages/access.ts';
import { type MemberRoom, memberRoom } from '#server/features/rooms/access.ts';
import { markRead, markUnread, shareMark } from './commands.ts';
import { seenBy } from './queries.ts';

/** Writes a mark and then shares it; `room` is as it was before. */
async function moving(
  { receipts, store }: Services,
  move: (tx: Tx) => Promise<{ room: MemberRoom; mark: ReadMark }>,
): Promise<ReadMark> {
  const { room, mark } = await store.write(move);
  shareMark(receipts, room, mark);
  return mark;
}

export const readsRouter = router({
  mark: changeProcedure
    .meta({ asks: 'room.read' })
    .input(markReadInput)
    .mutation(({ ctx, input }) =>
      moving(ctx.services, async (tx) => {
        const room = await memberRoom(tx.db, ctx.caller.userId, input.roomId);
        return { room, mark: await markRead(tx, room, input.rev) };
      }),
    ),
  markUnread: changeProcedure
    .meta({ asks: 'message.read' })
    .input(markUnreadInput)
    .mutation(({ ctx, input }) =>
      moving(ctx.services, async (tx) => {
        const { row, room } = await readableMessage(tx.db, ctx.caller.userId, input.messageId);
        return { room, mark: await markUnread(tx, room, row.rev) };
      }),
    ),
  seenBy: procedure
    .meta({ asks: 'message.read' })
    .input(messageInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => {
        const { row, room } = await readableMessage(db, ctx.caller.userId, input.messageId);
        return seenBy(db, room, row);
      }),
    ),
});

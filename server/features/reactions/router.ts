import { reactionInput } from '#shared/reactions.ts';
import { changeProcedure, router } from '#server/platform/trpc/trpc.ts';
import { readableMessage } from '#server/features/messages/access.ts';
import { addReaction, removeReaction } from './commands.ts';

export const reactionsRouter = router({
  add: changeProcedure
    .meta({ asks: 'message.react' })
    .input(reactionInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const target = await readableMessage(tx.db, ctx.caller.userId, input.messageId);
        return { rev: await addReaction(tx, target, input.emoji) };
      }),
    ),
  remove: changeProcedure
    .meta({ asks: 'message.react' })
    .input(reactionInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const target = await readableMessage(tx.db, ctx.caller.userId, input.messageId);
        return { rev: await removeReaction(tx, target, input.emoji) };
      }),
    ),
});

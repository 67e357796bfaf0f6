import { messageInput } from '#shared/messages.ts';
import { roomInput } from '#shared/rooms.ts';
import { readableMessage } from '#server/features/messages/access.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { defineFeature } from '#server/platform/feature.ts';
import { changeProcedure, procedure, router } from '#server/platform/trpc/trpc.ts';
import { addPin, dropPin, removePin } from './commands.ts';
import { pinsOf } from './queries.ts';
import * as tables from './tables.ts';

const pinProcedure = changeProcedure.meta({ asks: 'message.pin' }).input(messageInput);

export const pins = defineFeature({
  router: router({
    list: procedure
      .meta({ asks: 'room.read' })
      .input(roomInput)
      .query(({ ctx, input }) =>
        ctx.services.store.read(async (db) => pinsOf(db, await memberRoom(db, ctx.caller.userId, input.roomId))),
      ),
    add: pinProcedure.mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => ({
        rev: await addPin(tx, await readableMessage(tx.db, ctx.caller.userId, input.messageId)),
      })),
    ),
    remove: pinProcedure.mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => ({
        rev: await removePin(tx, await readableMessage(tx.db, ctx.caller.userId, input.messageId)),
      })),
    ),
  }),
  tables,
  onMessageRecalled: dropPin,
});

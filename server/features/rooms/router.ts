import {
  browseInput,
  createRoomInput,
  directInput,
  inviteToRoomInput,
  removeMemberInput,
  renameInput,
  roomInput,
  topicInput,
} from '#shared/rooms.ts';
import type { Caller, Services } from '#server/platform/trpc/context.ts';
import { changeProcedure, procedure, router } from '#server/platform/trpc/trpc.ts';
import { memberRoom } from './access.ts';
import {
  createRoom,
  inviteToRoom,
  joinRoom,
  leaveRoom,
  openDirect,
  removeMember,
  renameRoom,
  setArchived,
  setTopic,
} from './commands.ts';
import { browseRooms, listMembers, listRooms, roomSummary } from './queries.ts';

/** Counts the people that somebody brings into rooms: filling others' lists is bounded by how many, not by how often. */
async function countPeople({ services, caller }: { services: Services; caller: Caller }, userIds: readonly string[]) {
  if (userIds.length > 0) await services.rates.use('invite', caller.userId, userIds.length);
}

export const roomsRouter = router({
  list: procedure.query(({ ctx }) => ctx.services.store.read((db) => listRooms(db, ctx.caller.userId))),
  browse: procedure
    .input(browseInput)
    .query(({ ctx, input }) => ctx.services.store.read((db) => browseRooms(db, ctx.caller.userId, input))),
  get: procedure
    .meta({ asks: 'room.read' })
    .input(roomInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => {
        const room = await memberRoom(db, ctx.caller.userId, input.roomId);
        return roomSummary(db, room.userId, room.roomId);
      }),
    ),
  members: procedure
    .meta({ asks: 'room.read' })
    .input(roomInput)
    .query(({ ctx, input }) =>
      ctx.services.store.read(async (db) => listMembers(db, await memberRoom(db, ctx.caller.userId, input.roomId))),
    ),
  create: changeProcedure.input(createRoomInput).mutation(async ({ ctx, input }) => {
    await countPeople(ctx, input.userIds);
    return ctx.services.store.write((tx) => createRoom(tx, ctx.caller.userId, input));
  }),
  openDirect: changeProcedure.input(directInput).mutation(async ({ ctx, input }) => {
    await countPeople(ctx, input.userIds);
    return ctx.services.store.write((tx) => openDirect(tx, ctx.caller.userId, input.userIds));
  }),
  join: changeProcedure
    .meta({ asks: 'room.join' })
    .input(roomInput)
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => joinRoom(tx, ctx.caller.userId, input.roomId))),
  leave: changeProcedure
    .meta({ asks: 'room.leave' })
    .input(roomInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const room = await memberRoom(tx.db, ctx.caller.userId, input.roomId);
        await leaveRoom(tx, room);
        tx.afterCommit(() => ctx.services.ephemeral.clear(room.roomId, room.userId));
      }),
    ),
  invite: changeProcedure
    .meta({ asks: 'room.invite' })
    .input(inviteToRoomInput)
    .mutation(async ({ ctx, input }) => {
      await countPeople(ctx, input.userIds);
      return ctx.services.store.write(async (tx) =>
        inviteToRoom(tx, await memberRoom(tx.db, ctx.caller.userId, input.roomId), input.userIds),
      );
    }),
  removeMember: changeProcedure
    .meta({ asks: 'room.removeMember' })
    .input(removeMemberInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const room = await memberRoom(tx.db, ctx.caller.userId, input.roomId);
        await removeMember(tx, room, input.userId);
        tx.afterCommit(() => ctx.services.ephemeral.clear(room.roomId, input.userId));
      }),
    ),
  rename: changeProcedure
    .meta({ asks: 'room.rename' })
    .input(renameInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) =>
        renameRoom(tx, await memberRoom(tx.db, ctx.caller.userId, input.roomId), input.name),
      ),
    ),
  setTopic: changeProcedure
    .meta({ asks: 'room.setTopic' })
    .input(topicInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) =>
        setTopic(tx, await memberRoom(tx.db, ctx.caller.userId, input.roomId), input.topic),
      ),
    ),
  archive: changeProcedure
    .meta({ asks: 'room.archive' })
    .input(roomInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const room = await memberRoom(tx.db, ctx.caller.userId, input.roomId);
        await setArchived(tx, room, true);
      }),
    ),
  unarchive: changeProcedure
    .meta({ asks: 'room.unarchive' })
    .input(roomInput)
    .mutation(({ ctx, input }) =>
      ctx.services.store.write(async (tx) => {
        const room = await memberRoom(tx.db, ctx.caller.userId, input.roomId);
        await setArchived(tx, room, false);
      }),
    ),
});

import { avatarInput, profileInput } from '#shared/users.ts';
import { changeProcedure, procedure, router } from '#server/platform/trpc/trpc.ts';
import { setAvatar, updateProfile } from './commands.ts';
import { listUsers } from './queries.ts';

export const usersRouter = router({
  list: procedure.query(({ ctx }) => ctx.services.store.read(listUsers)),
  updateProfile: changeProcedure
    .input(profileInput)
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => updateProfile(tx, ctx.caller.userId, input))),
  setAvatar: changeProcedure
    .input(avatarInput)
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => setAvatar(tx, ctx.caller.userId, input.image))),
});

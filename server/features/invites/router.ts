import { createInviteInput, inviteCodeInput, inviteIdInput, type InvitePreview } from '#shared/invites.ts';
import { networkOf } from '#server/platform/http/address.ts';
import { publicProcedure, router, workspaceChangeProcedure, workspaceProcedure } from '#server/platform/trpc/trpc.ts';
import { getUser } from '#server/features/users/queries.ts';
import { getWorkspace } from '#server/features/workspace/queries.ts';
import { createInvite, revokeInvite } from './commands.ts';
import { listInvites, openInvite } from './queries.ts';

export const invitesRouter = router({
  create: workspaceChangeProcedure('invite')
    .input(createInviteInput.prefault({}))
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => createInvite(tx, ctx.caller.userId, input))),
  list: workspaceProcedure('invite').query(({ ctx }) => ctx.services.store.read(listInvites)),
  revoke: workspaceChangeProcedure('invite')
    .input(inviteIdInput)
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => revokeInvite(tx, input.inviteId))),
  /** What somebody with the link may know before registering. */
  check: publicProcedure.input(inviteCodeInput).query(async ({ ctx, input }): Promise<InvitePreview> => {
    const { now, rates, store } = ctx.services;
    await rates.use('check', networkOf(ctx.address));
    return store.read(async (db) => {
      const invite = await openInvite(db, input.code, now());
      const inviter = await getUser(db, invite.createdBy);
      return { workspaceName: (await getWorkspace(db)).name, invitedBy: inviter.displayName };
    });
  }),
});

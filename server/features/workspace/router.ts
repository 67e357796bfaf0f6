import { workspaceInput } from '#shared/workspace.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { procedure, router, workspaceChangeProcedure } from '#server/platform/trpc/trpc.ts';
import { updateWorkspace } from './commands.ts';
import { getWorkspace } from './queries.ts';

export const workspaceRouter = router({
  get: procedure.query(({ ctx }) =>
    ctx.services.store.read(async (db) => ({
      rev: await headRev(db),
      workspace: await getWorkspace(db),
    })),
  ),
  update: workspaceChangeProcedure('configure')
    .input(workspaceInput)
    .mutation(({ ctx, input }) => ctx.services.store.write((tx) => updateWorkspace(tx, input))),
});

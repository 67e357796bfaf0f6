import { authRouter } from '#server/features/accounts/router.ts';
import { invitesRouter } from '#server/features/invites/router.ts';
import { mentionsRouter } from '#server/features/mentions/router.ts';
import { messagesRouter } from '#server/features/messages/router.ts';
import { presenceRouter } from '#server/features/presence/router.ts';
import { reactionsRouter } from '#server/features/reactions/router.ts';
import { readsRouter } from '#server/features/reads/router.ts';
import { roomsRouter } from '#server/features/rooms/router.ts';
import { syncRouter } from '#server/features/sync/router.ts';
import { typingRouter } from '#server/features/typing/router.ts';
import { usersRouter } from '#server/features/users/router.ts';
import { workspaceRouter } from '#server/features/workspace/router.ts';
import { router } from '#server/platform/trpc/trpc.ts';

/** Every procedure there is, by its path. */
export const appRouter = router({
  auth: authRouter,
  invites: invitesRouter,
  workspace: workspaceRouter,
  users: usersRouter,
  rooms: roomsRouter,
  messages: messagesRouter,
  reactions: reactionsRouter,
  mentions: mentionsRouter,
  reads: readsRouter,
  typing: typingRouter,
  presence: presenceRouter,
  sync: syncRouter,
});

export type AppRouter = typeof appRouter;

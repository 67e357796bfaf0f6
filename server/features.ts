import { authRouter } from '#server/features/accounts/router.ts';
import { invitesRouter } from '#server/features/invites/router.ts';
import { mentionsRouter } from '#server/features/mentions/router.ts';
import { messagesRouter } from '#server/features/messages/router.ts';
import { presenceRouter } from '#server/features/presence/router.ts';
import { reactions } from '#server/features/reactions/feature.ts';
import { readsRouter } from '#server/features/reads/router.ts';
import { roomsRouter } from '#server/features/rooms/router.ts';
import { sweepExpiredSessions } from '#server/features/sessions/jobs.ts';
import { watchOpenSessions } from '#server/features/sessions/background.ts';
import { signals } from '#server/features/signals/feature.ts';
import { syncRouter } from '#server/features/sync/router.ts';
import { serveAvatar } from '#server/features/users/http.ts';
import { usersRouter } from '#server/features/users/router.ts';
import { workspaceRouter } from '#server/features/workspace/router.ts';
import { routersOf } from '#server/platform/feature.ts';
import { router } from '#server/platform/trpc/trpc.ts';

/** What Parley can do, by the first part of its procedures' paths. */
export const features = {
  auth: { router: authRouter },
  invites: { router: invitesRouter },
  workspace: { router: workspaceRouter },
  users: { router: usersRouter, http: serveAvatar },
  rooms: { router: roomsRouter },
  messages: { router: messagesRouter },
  reactions,
  mentions: { router: mentionsRouter },
  reads: { router: readsRouter },
  signals,
  presence: { router: presenceRouter },
  sessions: { jobs: [sweepExpiredSessions], background: watchOpenSessions },
  sync: { router: syncRouter },
};

/** Every procedure there is, by its path. */
export const appRouter = router(routersOf(features));
export type AppRouter = typeof appRouter;

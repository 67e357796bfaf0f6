import { accounts } from '#server/features/accounts/feature.ts';
import { bootstrap } from '#server/features/bootstrap/feature.ts';
import { invites } from '#server/features/invites/feature.ts';
import { memberships } from '#server/features/memberships/feature.ts';
import { mentions } from '#server/features/mentions/feature.ts';
import { messages } from '#server/features/messages/feature.ts';
import { pins } from '#server/features/pins/feature.ts';
import { presence } from '#server/features/presence/feature.ts';
import { reactions } from '#server/features/reactions/feature.ts';
import { reads } from '#server/features/reads/feature.ts';
import { rooms } from '#server/features/rooms/feature.ts';
import { sessions } from '#server/features/sessions/feature.ts';
import { signals } from '#server/features/signals/feature.ts';
import { sync } from '#server/features/sync/feature.ts';
import { users } from '#server/features/users/feature.ts';
import { workspace } from '#server/features/workspace/feature.ts';
import { routersOf } from '#server/platform/feature.ts';
import { router } from '#server/platform/trpc/trpc.ts';

/** What Parley can do, by the first part of its procedures' paths. */
export const features = {
  auth: accounts,
  invites,
  workspace,
  users,
  sessions,
  rooms,
  memberships,
  messages,
  reactions,
  pins,
  mentions,
  reads,
  signals,
  presence,
  sync,
  bootstrap,
};

/** Every procedure there is, by its path. */
export const appRouter = router(routersOf(features));
export type AppRouter = typeof appRouter;

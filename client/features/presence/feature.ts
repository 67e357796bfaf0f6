import { hashKey } from '@tanstack/react-query';
import type { PresenceMap } from '#shared/presence.ts';
import type { Feature } from '#client/lib/feature.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { applyPresence, replacePresence } from './presence-store.ts';
import { presenceQuery } from './snapshot.ts';
import { activityReports } from './use-activity.ts';

const { queryKey } = presenceQuery;
const presenceHash = hashKey(queryKey);
/** Who came and went since the stream began. */
let present: PresenceMap = {};

const replaceAll = () => replacePresence({ ...queryClient.getQueryData(queryKey), ...present });

export const presence: Feature = {
  repeatedCalls: [activityReports],
  start: () => {
    present = {};
    replaceAll();
    return () => undefined;
  },
  onHint: (hint) => {
    if (hint.kind === 'hello') {
      present = {};
      void queryClient.invalidateQueries({ queryKey });
    }
    if (hint.kind !== 'presence') return;
    Object.assign(present, hint.users);
    applyPresence(hint.users, hint.lastSeenAt);
  },
  onAnswer: (queryHash) => queryHash === presenceHash && replaceAll(),
};

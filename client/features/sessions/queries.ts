import { defineQuery } from '#client/lib/snapshots.ts';

/** Where the person is signed in. */
export const sessionsQuery = defineQuery('sessions', (api) => api.auth.sessions.query()).query();

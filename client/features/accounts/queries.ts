import { defineQuery } from '#client/lib/snapshots.ts';

/** Who is signed in, if anybody. */
export const statusQuery = defineQuery('status', (api) => api.auth.status.query()).query();

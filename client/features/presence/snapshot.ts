import { defineQuery } from '#client/lib/snapshots.ts';

/** Who is here; the hints since the stream began are newer. */
export const presenceQuery = defineQuery('presence', (api) => api.presence.list.query()).query();

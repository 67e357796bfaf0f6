import { defineQuery } from '#client/lib/snapshots.ts';

/** What an invite leads to, for somebody who is not signed in. */
export const invitePreview = defineQuery('invite', (api, code: string) => api.invites.check.query({ code }));

/** The links that were made. */
export const invitesQuery = defineQuery('invites', (api) => api.invites.list.query()).query();

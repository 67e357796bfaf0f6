import { defineSnapshot } from '#client/lib/snapshots.ts';
import { applyToMentions } from './apply.ts';

/** Unread mentions of all rooms. */
export const mentionsSnapshot = defineSnapshot({
  name: 'mentions',
  scope: 'person',
  load: (api) => api.mentions.list.query(),
  apply: applyToMentions,
});

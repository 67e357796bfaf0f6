import { forgetEdit } from '#client/lib/drafts.ts';
import type { Feature } from '#client/lib/feature.ts';
import { part } from '#client/lib/load-part.ts';
import { settleStored } from './settle.ts';
import { historySnapshot } from './snapshot.ts';

export const messages: Feature = {
  snapshots: [historySnapshot],
  actions: part(() => import('./actions.ts')),
  start: ({ outbox }) => settleStored(outbox),
  onEvent: (event, { meId, outbox }) => {
    if (event.kind === 'message.posted') outbox.confirm(event.message);
    if (event.kind === 'message.recalled') forgetEdit(meId, event.messageId);
  },
};

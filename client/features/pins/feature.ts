import type { Feature } from '#client/lib/feature.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { part } from '#client/lib/load-part.ts';
import { messageNotice } from '#client/lib/notices.ts';
import { pinsWords } from './en.ts';
import { pinsSnapshot } from './snapshot.ts';

const words = wordsNow({ pins: pinsWords });

export const pins: Feature = {
  snapshots: [pinsSnapshot],
  notices: [messageNotice('pin', (_, { by }) => words().pins.pinned(by))],
  actions: part(() => import('./actions.ts')),
};

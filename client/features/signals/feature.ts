import type { Feature } from '#client/lib/feature.ts';
import { forgetSignals, noteSignal } from './signal-store.ts';

export const signals: Feature = {
  onHint: (hint, meId) => {
    if (hint.kind === 'hello') forgetSignals();
    if (hint.kind === 'signal' && hint.userId !== meId) noteSignal(hint, Date.now());
  },
};

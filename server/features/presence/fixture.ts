import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { presenceRouter } from './router.ts';

export const inputs: InputsOf<typeof presenceRouter> = {
  list: nothing,
  set: () => ({ tabId: 'tab', active: false }),
  subscribe: nothing,
};

import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { mentionsRouter } from './router.ts';

export const inputs: InputsOf<typeof mentionsRouter> = {
  list: nothing,
  subscribe: nothing,
};

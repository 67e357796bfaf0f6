import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { syncRouter } from './router.ts';

export const inputs: InputsOf<typeof syncRouter> = {
  stream: nothing,
};

import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { workspaceRouter } from './router.ts';

export const inputs: InputsOf<typeof workspaceRouter> = {
  get: nothing,
  update: () => ({ name: 'Renamed' }),
};

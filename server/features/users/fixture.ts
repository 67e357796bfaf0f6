import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { usersRouter } from './router.ts';

export const inputs: InputsOf<typeof usersRouter> = {
  list: nothing,
  updateProfile: () => ({ statusText: 'busy' }),
  setAvatar: () => ({ image: null }),
};

import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { invitesRouter } from './router.ts';

export const inputs: InputsOf<typeof invitesRouter> = {
  create: () => ({ maxUses: 3 }),
  list: nothing,
  revoke: ({ inviteId }) => ({ inviteId }),
  check: ({ inviteCode }) => ({ code: inviteCode }),
};

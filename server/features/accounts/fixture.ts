import { type InputsOf, nothing } from '#server/testing/inputs.ts';
import type { authRouter } from './router.ts';

export const inputs: InputsOf<typeof authRouter> = {
  status: nothing,
  me: nothing,
  register: ({ fresh, password }) => ({ name: fresh, password }),
  login: ({ colleague, password }) => ({ name: colleague.name, password }),
  logout: nothing,
  sessions: nothing,
  revoke: ({ otherSessionId }) => ({ sessionId: otherSessionId }),
  revokeOthers: nothing,
  changePassword: ({ password }) => ({ currentPassword: password, newPassword: password }),
};

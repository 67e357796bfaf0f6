import { type InputsOf, theMessage } from '#server/testing/inputs.ts';
import type { readsRouter } from './router.ts';

export const inputs: InputsOf<typeof readsRouter> = {
  mark: ({ roomId }) => ({ roomId, rev: 1 }),
  markUnread: theMessage,
  seenBy: theMessage,
};

import { type InputsOf } from '#server/testing/inputs.ts';
import type { reactionsRouter } from './router.ts';

export const inputs: InputsOf<typeof reactionsRouter> = {
  add: ({ messageId }) => ({ messageId, emoji: '👍' }),
  remove: ({ messageId }) => ({ messageId, emoji: '👍' }),
};

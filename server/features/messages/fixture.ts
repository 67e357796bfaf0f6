import { type InputsOf, theMessage, theRoom } from '#server/testing/inputs.ts';
import type { messagesRouter } from './router.ts';

export const inputs: InputsOf<typeof messagesRouter> = {
  send: ({ roomId, fresh }) => ({ roomId, tempId: fresh, text: 'hello' }),
  history: theRoom,
  get: theMessage,
  edit: ({ messageId }) => ({ messageId, text: 'better' }),
  recall: theMessage,
  versions: theMessage,
  subscribe: theRoom,
};

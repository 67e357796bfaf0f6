import { type InputsOf, theRoom } from '#server/testing/inputs.ts';
import type { signalsRouter } from './router.ts';

export const inputs: InputsOf<typeof signalsRouter> = {
  set: ({ roomId }) => ({ roomId, signal: 'typing', on: true }),
  subscribe: theRoom,
};

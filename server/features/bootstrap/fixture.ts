import type { InputsOf } from '#server/testing/inputs.ts';
import type { bootstrap } from './feature.ts';

export const inputs: InputsOf<typeof bootstrap.router> = {
  load: ({ roomId }) => ({ room: { roomId } }),
};

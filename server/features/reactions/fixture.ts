import { type InputsOf } from '#server/testing/inputs.ts';
import type { Causes } from '#server/testing/scene.ts';
import type { reactionsRouter } from './router.ts';

export const inputs: InputsOf<typeof reactionsRouter> = {
  add: ({ messageId }) => ({ messageId, emoji: '👍' }),
  remove: ({ messageId }) => ({ messageId, emoji: '👍' }),
};

export const causes: Causes = {
  'reaction.added': async ({ ann, bob, messageId }) => {
    await bob.api.reactions.add({ messageId, emoji: '🎂' });
    await bob.api.reactions.add({ messageId, emoji: '👍' });
    await ann.api.reactions.add({ messageId, emoji: '🎂' });
  },
  'reaction.removed': async ({ ann, bob, messageId }) => {
    await bob.api.reactions.add({ messageId, emoji: '🎂' });
    await ann.api.reactions.add({ messageId, emoji: '👍' });
    await ann.api.reactions.add({ messageId, emoji: '🎂' });
    await bob.api.reactions.remove({ messageId, emoji: '🎂' });
    await ann.api.reactions.remove({ messageId, emoji: '👍' });
  },
};

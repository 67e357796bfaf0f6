import { z } from 'zod';
import { toRoom } from './event-headers.ts';
import { limits } from './limits.ts';
import { id, text } from './text.ts';

/** One emoji and who used it, in the order of use; `revs` has the time of each. Groups are in the order of `revs[0]`. */
export const reactionGroup = z.object({
  emoji: z.string(),
  userIds: z.array(z.string()),
  revs: z.array(z.number()),
});
export type ReactionGroup = z.infer<typeof reactionGroup>;

export const reactionInput = z.object({
  messageId: id,
  emoji: text.min(1).max(limits.emojiLength),
});

const reaction = { messageId: z.string(), emoji: z.string(), by: z.string() };
export const reactionEvents = [
  z.object({ kind: z.literal('reaction.added'), ...toRoom, ...reaction }),
  z.object({ kind: z.literal('reaction.removed'), ...toRoom, ...reaction }),
] as const;

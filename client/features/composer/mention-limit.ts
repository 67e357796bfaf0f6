import { limits } from '#shared/limits.ts';
import { peopleIn } from '#shared/mentioning.ts';
import type { MentionInput } from '#shared/messages.ts';

/** What of a text's mentions a message may carry, and the ids of those who would not be called. */
export interface Limited {
  mentions: MentionInput[];
  left: string[];
}

/** The first people, each counted once; all of them keep a mention, and repeated ones are dropped from the end. */
export function withinLimits(mentions: readonly MentionInput[]): Limited {
  const idOf = (mention: MentionInput) => (mention.kind === 'user' ? mention.userId : mention.kind);
  const left = peopleIn(mentions).slice(limits.mentionsPerMessage);
  const leftOut = new Set(left);
  const called = mentions.filter((mention) => !leftOut.has(idOf(mention)));
  const firsts = new Map(called.toReversed().map((mention) => [idOf(mention), mention]));
  let spare = limits.mentionRanges - firsts.size;
  return {
    mentions: called.filter((mention) => firsts.get(idOf(mention)) === mention || spare-- > 0),
    left,
  };
}

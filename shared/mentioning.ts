import type { Mention, MentionInput } from './messages.ts';

/** Whether a stored mention means this person: by name, as one of the room, or as one who was there. */
const means = (mention: Mention, userId: string): boolean =>
  mention.kind === 'room' || (mention.kind === 'user' ? mention.userId === userId : mention.userIds.includes(userId));

/** Whether a message with these mentions calls this person. */
export const isMentioned = (mentions: readonly Mention[], userId: string): boolean =>
  mentions.some((mention) => means(mention, userId));

/** The ids of those whom mentions call by name, each once, in order. */
export const peopleIn = (mentions: readonly MentionInput[]): string[] => [
  ...new Set(mentions.flatMap((mention) => (mention.kind === 'user' ? [mention.userId] : []))),
];

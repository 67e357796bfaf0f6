import { limits } from '#shared/limits.ts';
import { peopleIn } from '#shared/mentioning.ts';
import { withinLimits } from './mention-limit.ts';
import type { MentionCandidates, Outcome, Written } from './written.ts';

const idsOf = (users: MentionCandidates['members']): ReadonlySet<string> => new Set(users.map((user) => user.id));

/** Without those who are known not to be members; until the members are known, everybody stays. */
function toMembers(written: Written, { members }: MentionCandidates): Written {
  if (members.length === 0) return written;
  const inside = idsOf(members);
  return {
    ...written,
    mentions: written.mentions.filter((mention) => mention.kind !== 'user' || inside.has(mention.userId)),
  };
}

/** The first question that a message raises: add somebody who is not here? */
export function checkMembers(written: Written, candidates: MentionCandidates): Outcome {
  const outside = idsOf(candidates.others);
  const userIds = peopleIn(written.mentions).filter((id) => outside.has(id));
  if (userIds.length > 0 && candidates.onAddPeople) return { kind: 'add', written, userIds };
  return checkWithoutOutsiders(written, candidates);
}

export const checkWithoutOutsiders = (written: Written, candidates: MentionCandidates): Outcome =>
  checkLimit(toMembers(written, candidates), candidates);

/** The next one: leave somebody out? */
export function checkLimit({ text, mentions }: Written, candidates: MentionCandidates): Outcome {
  const { mentions: kept, left } = withinLimits(mentions);
  const written = { text, mentions: kept };
  return left.length > 0 ? { kind: 'limit', written, userIds: left } : checkSize(written, candidates);
}

/** The last one: notify so many? */
export function checkSize(written: Written, { memberCount }: MentionCandidates): Outcome {
  const wide = written.mentions.some((mention) => mention.kind !== 'user');
  if (wide && memberCount > limits.askBeforeNotifying) return { kind: 'notify', written };
  return { kind: 'ready', checked: { ...written, confirmed: false } };
}

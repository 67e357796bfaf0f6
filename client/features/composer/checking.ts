import { limits } from '#shared/limits.ts';
import { peopleIn } from '#shared/mentioning.ts';
import { withinLimits } from './mention-limit.ts';
import type { MentionCandidates, Outcome, Draft } from './draft.ts';

const idsOf = (users: MentionCandidates['members']): ReadonlySet<string> => new Set(users.map((user) => user.id));

/** Without those who are known not to be members; until the members are known, everybody stays. */
function toMembers(draft: Draft, { members }: MentionCandidates): Draft {
  if (members.length === 0) return draft;
  const inside = idsOf(members);
  return {
    ...draft,
    mentions: draft.mentions.filter((mention) => mention.kind !== 'user' || inside.has(mention.userId)),
  };
}

/** The first question that a message raises: add somebody who is not here? */
export function checkMembers(draft: Draft, candidates: MentionCandidates): Outcome {
  const outside = idsOf(candidates.others);
  const userIds = peopleIn(draft.mentions).filter((id) => outside.has(id));
  if (userIds.length > 0 && candidates.onAddPeople) return { kind: 'add', draft, userIds };
  return checkWithoutOutsiders(draft, candidates);
}

export const checkWithoutOutsiders = (draft: Draft, candidates: MentionCandidates): Outcome =>
  checkLimit(toMembers(draft, candidates), candidates);

/** The next one: leave somebody out? */
export function checkLimit({ text, mentions }: Draft, candidates: MentionCandidates): Outcome {
  const { mentions: kept, left } = withinLimits(mentions);
  const draft = { text, mentions: kept };
  return left.length > 0 ? { kind: 'limit', draft, userIds: left } : checkSize(draft, candidates);
}

/** The last one: notify so many? */
export function checkSize(draft: Draft, { memberCount }: MentionCandidates): Outcome {
  const wide = draft.mentions.some((mention) => mention.kind !== 'user');
  if (wide && memberCount > limits.askBeforeNotifying) return { kind: 'notify', draft };
  return { kind: 'ready', checked: { ...draft, confirmed: false } };
}

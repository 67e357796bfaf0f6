import { codeRanges } from '#client/features/messages/markdown/code-ranges.ts';
import { findLinks } from '#client/features/messages/markdown/find-links.ts';
import type { MentionInput } from '#shared/messages.ts';
import { mentionsIn, namesOf, type Names, type Range } from './typed-mentions.ts';
import type { MentionCandidates, Draft } from './draft.ts';

/** What of a text is code or an address: no mentions and no shortcodes there. */
export const verbatimIn = (text: string): Range[] => [...codeRanges(text), ...findLinks(text)];

const names = new WeakMap<MentionCandidates, Names>();

function cachedNames(candidates: MentionCandidates): Names {
  const known = names.get(candidates) ?? namesOf(candidates);
  names.set(candidates, known);
  return known;
}

export { checkMembers } from './checking.ts';

/** Whom a text of a room mentions, chosen or typed by hand. */
export function readMentions(draft: Draft, candidates: MentionCandidates): MentionInput[] {
  if (!/[@＠]/u.test(draft.text)) return [];
  return mentionsIn(draft, cachedNames(candidates), verbatimIn(draft.text));
}

import { whenIdle } from '#client/lib/idle.ts';
import { limits } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { part } from '#client/lib/load-part.ts';
import { onDemand } from '#client/lib/on-demand.ts';
import type { MentionCandidates, Outcome, Draft } from './draft.ts';

const mentionReader = onDemand(() => import('./mention-reader.ts'));
const loadEmojiNames = part(() => import('./emoji-names.ts'));
const emojiWriter = onDemand(async () => (await loadEmojiNames()).loadEmojiWriter());
whenIdle(mentionReader.load);

/** What must be loaded before a text can be read. */
const missingFor = (text: string): { load: () => Promise<void> }[] => [
  ...(/[@＠]/u.test(text) && !mentionReader.get() ? [mentionReader] : []),
  ...(/:[\w+-]{2,}:/u.test(text) && !emojiWriter.get() ? [emojiWriter] : []),
];

const maxWaitMs = 1_000;

/** Null when the text can be read at once; else resolves when it can, or after a second: sending does not wait longer. */
export function readingOf(text: string): Promise<unknown> | null {
  const missing = missingFor(text);
  if (missing.length === 0) return null;
  const waited = new Promise((resolve) => setTimeout(resolve, maxWaitMs));
  return Promise.race([Promise.all(missing.map((needed) => needed.load())), waited]);
}

/** What goes out, or the question it raises: with every mention found, every whole `:shortcode:` an emoji. */
export function checkText(raw: Draft, candidates: MentionCandidates): Outcome {
  const reader = mentionReader.get();
  const text = raw.text.trimEnd();
  const draft = { text, mentions: raw.mentions };
  const read = { text, mentions: reader?.readMentions(draft, candidates) ?? draft.mentions };
  const replaced = emojiWriter.get()?.(read) ?? read;
  const short = replaced.text.length > limits.messageLength ? read : replaced;
  return reader?.checkMembers(short, candidates) ?? { kind: 'ready', checked: { ...short, confirmed: false } };
}

/** Whom a text mentions while it is written; begins to load what the text needs. */
export function useMentions(draft: Draft, candidates: MentionCandidates): readonly MentionInput[] {
  const { text } = draft;
  const reader = useSyncExternalStore(mentionReader.subscribe, mentionReader.get);
  useEffect(() => {
    for (const needed of missingFor(text)) void needed.load();
  }, [text]);
  return useMemo(() => reader?.readMentions(draft, candidates) ?? draft.mentions, [reader, draft, candidates]);
}

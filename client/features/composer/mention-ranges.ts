import type { MentionInput } from '#shared/messages.ts';
import type { Draft } from './draft.ts';

/** How far two texts agree from their start. */
function commonStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/**
 * The text after an edit, with each mention at its new offset. One that the edit touched inside is none any more.
 * `caret` is where the edit left it (UTF-16 code units): it decides which of several equal letters are the new ones.
 */
export function edited(before: Draft, text: string, caret: number): Draft {
  const most = Math.min(before.text.length, text.length);
  const end = commonEnd(before.text, text, Math.min(most, Math.max(0, text.length - caret)));
  const start = commonStart(before.text, text, most - end);
  const shift = text.length - before.text.length;
  const endOfChange = before.text.length - end;
  const mentions = before.mentions.flatMap((mention): MentionInput[] => {
    if (mention.end <= start) return [mention];
    if (mention.start >= endOfChange) return [{ ...mention, start: mention.start + shift, end: mention.end + shift }];
    return [];
  });
  return { text, mentions };
}

/** The same with one more mention, e.g. the one just chosen from the suggestions. */
export const withMention = (draft: Draft, mention: MentionInput): Draft => ({
  text: draft.text,
  mentions: [
    ...draft.mentions.filter((other) => other.end <= mention.start || other.start >= mention.end),
    mention,
  ].toSorted((a, b) => a.start - b.start),
});
